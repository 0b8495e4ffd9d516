import { describe, expect, it } from 'vitest';
import { awsCli, faultsOf } from './check';
import { awsCommands } from './commands';
import { simpleCommands } from './shell-words';

const cli = awsCli();
const sync = { paths: { type: 'string', positional: true }, dryrun: { type: 'boolean' } };
const faults = (command: string, isMention = false) =>
  faultsOf(command.split(' '), isMention, {
    ...cli,
    operations: { ...cli.operations, 's3 sync': sync },
  });

describe('a command of the AWS CLI in a document', () => {
  it.each([
    'aws sts get-caller-identity',
    'aws acm request-certificate --domain-name a.example --validation-method=DNS --region us-east-1',
    'aws acm request-certificate --domain-name a.example --subject-alternative-names b.example c.example',
    'aws ssm get-parameters-by-path --path /marketplace/dev --no-recursive --max-items 5',
    'aws secretsmanager put-secret-value --secret-id x --secret-string file://stripe.json',
    'aws s3 sync here there --dryrun',
  ])('may be %s', (command) => {
    expect(faults(command)).toEqual([]);
  });

  it.each([
    ['aws acm ask-for-certificate', 'has no "aws acm ask-for-certificate"'],
    ['aws acn request-certificate', 'write-operations.py" adds it'],
    ['aws ssm get-parameters-by-path --path /a --recursively', 'There is no option --recursively.'],
    ['aws ssm get-parameters-by-path --recursive', '--path is required.'],
    ['aws ssm get-parameters-by-path --path', '--path lacks its value.'],
    ['aws ssm get-parameters-by-path --path /a --path /b', '--path is there twice.'],
    ['aws ssm get-parameters-by-path /a --path /b', '"/a" belongs to no option.'],
    ['aws ssm get-parameters-by-path --path /a --recursive yes', '"yes" belongs to no option.'],
    ['aws ssm get-parameters-by-path --path /a --max-items few', '"few" is no number.'],
    ['aws sts get-caller-identity --region ireland', '"ireland" does not look like'],
    ['aws acm request-certificate --domain-name a.example --validation-method DSN', 'is none of'],
    ['aws acm request-certificate --domain-name example', '"example" does not look like'],
    ['aws dynamodb describe-table --table-name <>', '"<>" does not say what to put in.'],
    ['aws dynamodb describe-table --table-name Eco…', 'leaves something out.'],
    ['aws s3 sync --dryrun', 'It lacks the words'],
    [
      'aws cognito-idp admin-set-user-mfa-preference --user-pool-id <pool> --username <email> --software-token-mfa-settings On=false',
      '"On" is none of Enabled, PreferredMfa.',
    ],
  ])('is not %s', (command, sentence) => {
    expect(faults(command)).toEqual([expect.stringContaining(sentence)]);
  });

  it('that is only mentioned needs no options, but has to exist', () => {
    expect(faults('aws secretsmanager put-secret-value', true)).toEqual([]);
    expect(faults('aws secretsmanager put-secret', true)).toHaveLength(1);
  });
});

describe('commands are read', () => {
  it('from loops, pipes and quotes, over several lines', () => {
    const shell = `# all
for name in a b; do
  aws s3 ls "s3://$name/" --query '[A, B][]' | aws s3 cp \\
    - x
done`;
    expect(simpleCommands(shell)).toEqual([
      ['aws', 's3', 'ls', 's3://$name/', '--query', '[A, B][]'],
      ['aws', 's3', 'cp', '-', 'x'],
    ]);
  });

  it('from blocks, lists and sentences', () => {
    const text = '1. Do\n\n   ```sh\n   aws a b --c\n   ```\n\nand `aws d e`, or `aws f g --h`.';
    expect(awsCommands('x.md', text)).toEqual([
      { file: 'x.md', words: ['aws', 'a', 'b', '--c'], isMention: false },
      { file: 'x.md', words: ['aws', 'd', 'e'], isMention: true },
      { file: 'x.md', words: ['aws', 'f', 'g', '--h'], isMention: false },
    ]);
  });

  it('and none is overlooked', () => {
    expect(() => awsCommands('x.md', '```sh\necho $(aws a b)\n```')).toThrow('x.md says "aws …" 1');
    expect(() => awsCommands('x.md', '```bash\naws a b\n```')).toThrow('x.md');
  });
});
