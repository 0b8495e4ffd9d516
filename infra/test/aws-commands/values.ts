/** What the AWS CLI says of an option. */
export interface Option {
  type: string;
  required?: boolean;
  positional?: boolean;
  enum?: string[];
  pattern?: string;
  /** What a structure's fields are called. */
  members?: string[];
}

/** `<pool>`: what the reader puts in. */
const PLACEHOLDER = /<[^>]*>/g;
const NAMED = /^<[a-z][A-Za-z -]*>$/;
const LEFT_OUT = /…|\.\.\./;
/** What a variable of the shell or a file brings is not known here. */
const FROM_ELSEWHERE = /\$|^file(?:b)?:\/\//;

/** Why an option would refuse a value, as far as that can be seen without asking. */
export function valueFault(value: string, option: Option): string | undefined {
  if (LEFT_OUT.test(value)) return `"${value}" leaves something out.`;
  const unnamed = value.match(PLACEHOLDER)?.find((placeholder) => !NAMED.test(placeholder));
  if (unnamed !== undefined) return `"${unnamed}" does not say what to put in.`;
  if (FROM_ELSEWHERE.test(value)) return undefined;
  if (option.members) return memberFault(value, option.members);
  if (value.includes('<')) return undefined;
  return shapeFault(value, option);
}

function memberFault(value: string, members: readonly string[]): string | undefined {
  const names = value.startsWith('{')
    ? Object.keys(JSON.parse(value))
    : value.split(',').map((pair) => pair.split('=')[0] ?? '');
  const unknown = names.find((name) => !members.includes(name));
  return unknown === undefined ? undefined : `"${unknown}" is none of ${members.join(', ')}.`;
}

function shapeFault(value: string, { type, enum: values, pattern }: Option): string | undefined {
  if (values && !values.includes(value)) return `"${value}" is none of ${values.join(', ')}.`;
  if (pattern && !new RegExp(`^(?:${pattern})$`, 'u').test(value)) {
    return `"${value}" does not look like ${pattern}.`;
  }
  const isNumber = ['int', 'integer', 'long'].includes(type);
  return isNumber && !/^\d+$/.test(value) ? `"${value}" is no number.` : undefined;
}
