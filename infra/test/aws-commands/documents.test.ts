import { describe, expect, it } from 'vitest';
import { awsCli, faultsOf } from './check';
import { awsCommands, documents } from './commands';

const cli = awsCli();
const commands = documents().flatMap(({ file, text }) => awsCommands(file, text));

describe('the documents', () => {
  it('have commands of the AWS CLI in the guide and in runbooks', () => {
    const files = commands.map(({ file }) => file);
    expect(files).toContain('docs/deploy.md');
    expect(files).toContain('docs/runbooks/region-lost.md');
  });

  it.each(
    commands.map(
      ({ file, words, isMention }) => [file, words.join(' '), words, isMention] as const,
    ),
  )('%s: the AWS CLI takes %s', (_file, _text, words, isMention) => {
    expect(faultsOf(words, isMention, cli)).toEqual([]);
  });

  it('use every operation that is written down', () => {
    const used = commands.map(({ words: [, service, operation] }) => `${service} ${operation}`);
    expect(Object.keys(cli.operations)).toEqual([...new Set(used)].sort());
  });
});
