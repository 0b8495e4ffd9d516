import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseStageName } from '../config';
import { blockCommands } from './aws-commands/commands';
import { resourcesOf, synthesise } from './fixtures';

const ROOT = join(import.meta.dirname, '../..');
const guide = readFileSync(join(ROOT, 'docs/deploy.md'), 'utf8');
const manifest = (folder: string) =>
  JSON.parse(readFileSync(join(ROOT, folder, 'package.json'), 'utf8'));

const commands = blockCommands(guide).map((words) => words.join(' '));
const of = (start: string) => commands.filter((command) => command.startsWith(start));

describe('the guide to deploying', () => {
  const synthesised = synthesise('dev');
  const stacks = Object.keys(synthesised);
  /** The stacks of a command, those that a pattern stands for included. */
  const stackNames = (command: string) =>
    (command.match(/\b[A-Z][\w-]+\*?/g) ?? []).flatMap((name) =>
      name.endsWith('*') ? stacks.filter((stack) => stack.startsWith(name.slice(0, -1))) : [name],
    );

  it('uses only tools that it names or that the repository brings', () => {
    expect(commands.length).toBeGreaterThan(12);
    for (const command of commands) expect(command).toMatch(/^(aws|npm run|npx cdk) /);
    expect(manifest('infra').devDependencies['aws-cdk']).toBeDefined();
  });

  it.each(of('npm run'))('%s exists', (command) => {
    const [, , script = '', ...rest] = command.split(' ');
    const folder = rest[0] === '-w' ? (rest[1] ?? '') : '.';
    expect(manifest(folder).scripts).toHaveProperty(script);
  });

  it.each(of('npx cdk').filter((command) => command.includes('stage=')))(
    '%s names a stage and stacks that it has',
    (command) => {
      const [, stage] = /stage=(\w+)/.exec(command) ?? [];
      expect(parseStageName(stage)).toBe('dev');
      expect(stackNames(command).length).toBeGreaterThan(0);
      for (const name of stackNames(command)) expect(stacks).toContain(name);
    },
  );

  it.each(['deploy', 'destroy'])('%ss every stack of the stage exactly once', (verb) => {
    const named = of(`npx cdk ${verb}`).flatMap(stackNames);
    expect(named.sort()).toEqual([...stacks].sort());
  });

  it('deploys a stack after those whose parameters it reads', () => {
    const order = of('npx cdk deploy').flatMap(stackNames);
    for (const { stack } of Object.values(synthesised)) {
      for (const needed of stack.dependencies) {
        expect(order.indexOf(needed.node.id)).toBeLessThan(order.indexOf(stack.node.id));
      }
    }
  });

  it('empties every bucket of the stage before it goes', () => {
    const made = resourcesOf(synthesised, 'AWS::S3::Bucket').map(
      ({ properties }) => properties.BucketName,
    );
    const [, names = ''] = /for bucket in (.*); do/.exec(guide) ?? [];
    const emptied = names.split(' ').map((name) => `marketplace-dev-${name}-111111111111`);
    expect(emptied.sort()).toEqual(made.sort());
  });
});
