import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { synthesise } from '../../bin/synthesise';
import { parseStageName, type StageConfig, stageConfig } from '../../config';
import { compare } from './compare';
import { amplifyResources, cdkResources, type Settled } from './templates';

const infra = resolve(import.meta.dirname, '../..');
const root = resolve(infra, '..');

/**
 * `npm run amplify [-- stage]`: synthesises the Amplify backend of a stage (default dev) with Amplify's own
 * `defineBackend`, and compares all it would deploy with the CDK app's stacks, property by property.
 */
function main(): void {
  const stage = parseStageName(process.argv[2] ?? 'dev');
  const config = stageConfig(stage);
  installPackage();
  const amplify = synthesiseBackend(config);
  const cdk = synthesiseApp(config);
  let differing = 0;
  for (const { id, resources, differences } of compare(cdk, amplify)) {
    differing += differences.length;
    const count = `${resources} resources`;
    console.log(`${id.padEnd(12)}${count.padEnd(16)}${differences.length || 'no'} differences`);
    for (const { resource, path, ...sides } of differences) {
      console.log(`  ${resource} ${path}`);
      for (const [side, value] of Object.entries(sides)) {
        console.log(`    ${side.padEnd(9)}${JSON.stringify(value)}`);
      }
    }
  }
  if (differing > 0) process.exitCode = 1;
}

function run(command: string, args: string[], cwd: string, env = process.env): void {
  const { status } = spawnSync(command, args, { cwd, env, stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) throw new Error(`\`${command} ${args.join(' ')}\` failed.`);
}

/** Amplify's packages are 900 MB, which nobody needs who only runs the marketplace. */
function installPackage(): void {
  const home = join(infra, 'amplify');
  if (existsSync(join(home, 'node_modules/@aws-amplify/backend/package.json'))) return;
  console.log('Installing Amplify’s packages, once …');
  run('npm', ['ci', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error'], home);
}

function synthesiseBackend(config: StageConfig): Record<string, Settled> {
  const output = mkdtempSync(join(tmpdir(), 'marketplace-amplify-'));
  try {
    const identifier = { namespace: 'd0marketplace', name: 'main', type: 'branch' };
    const context = Object.entries(identifier).flatMap(([key, value]) => [
      '--context',
      `amplify-backend-${key}=${value}`,
    ]);
    run(
      join(root, 'node_modules/.bin/cdk'),
      ['synth', '--quiet', '--app', 'tsx amplify/backend.ts', '--output', output, ...context],
      infra,
      { ...process.env, MARKETPLACE_STAGE: config.stage },
    );
    return amplifyResources(output, config);
  } finally {
    rmSync(output, { recursive: true, force: true });
  }
}

function synthesiseApp(config: StageConfig): Record<string, Settled> {
  return Object.fromEntries(
    synthesise(config).map(({ id, template }) => [id, cdkResources(template, config)]),
  );
}

main();
