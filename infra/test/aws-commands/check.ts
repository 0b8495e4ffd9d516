import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Option, valueFault } from './values';

type Options = Readonly<Record<string, Option>>;

export interface AwsCli {
  globalOptions: Options;
  operations: Readonly<Record<string, Options>>;
}

const FILE = 'operations.json';
const REGION = '[a-z]{2}(-[a-z]+)+-\\d';

/** What the AWS CLI knows of the operations that documents use, as `write-operations.py` found it. */
export const awsCli = (): AwsCli =>
  JSON.parse(readFileSync(join(import.meta.dirname, FILE), 'utf8'));

/** What is wrong with an `aws …` command, in sentences; of a mere mention only whether there is such an operation. */
export function faultsOf(words: readonly string[], isMention: boolean, cli: AwsCli): string[] {
  const [, service = '', operation = '', ...rest] = words;
  const options = cli.operations[`${service} ${operation}`];
  if (!options) {
    return [
      `infra/test/aws-commands/${FILE} has no "aws ${service} ${operation}". If it exists, ` +
        '"python3 infra/test/aws-commands/write-operations.py" adds it, where the AWS CLI is installed.',
    ];
  }
  if (isMention) return [];
  const known = { ...cli.globalOptions, ...options };
  const { given, bare } = read(rest, known);
  return [
    ...given.flatMap(({ name, value }) => optionFault(name, value, known[name])),
    ...missing(options, given, bare),
  ];
}

interface Given {
  name: string;
  value: string | undefined;
}

/** Options with what follows them, and words that follow no option. */
function read(words: readonly string[], known: Options) {
  const given: Given[] = [];
  const bare: string[] = [];
  for (const word of words) {
    const open = given.at(-1);
    if (word.startsWith('--')) {
      const [name = '', ...value] = word.slice(2).split('=');
      given.push({ name, value: value.length > 0 ? value.join('=') : undefined });
    } else if (open && takesMore(open, known[open.name])) {
      open.value = [open.value, word].filter((part) => part !== undefined).join(' ');
    } else bare.push(word);
  }
  return { given, bare };
}

const takesMore = ({ value }: Given, option?: Option) =>
  option?.type === 'list' || (value === undefined && option?.type !== 'boolean');

function optionFault(name: string, value: string | undefined, option?: Option): string[] {
  if (!option || option.positional) return [`There is no option --${name}.`];
  if (option.type === 'boolean') {
    return value === undefined ? [] : [`--${name} takes no value, and "${value}" is one.`];
  }
  if (value === undefined) return [`--${name} lacks its value.`];
  const fault = valueFault(value, name === 'region' ? { ...option, pattern: REGION } : option);
  return fault === undefined ? [] : [`--${name}: ${fault}`];
}

function missing(options: Options, given: readonly Given[], bare: readonly string[]): string[] {
  const names = given.map(({ name }) => name);
  const all = Object.entries(options);
  const twice = names.filter((name, index) => names.indexOf(name) !== index);
  const lacking = all.filter(
    ([name, option]) => option.required && !option.positional && !names.includes(name),
  );
  const takesWords = all.some(([, option]) => option.positional);
  return [
    ...lacking.map(([name]) => `--${name} is required.`),
    ...twice.map((name) => `--${name} is there twice.`),
    ...(takesWords || bare.length === 0 ? [] : [`"${bare.join(' ')}" belongs to no option.`]),
    ...(takesWords && bare.length === 0 ? ['It lacks the words that it is about.'] : []),
  ];
}
