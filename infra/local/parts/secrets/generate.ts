import { randomInt } from 'node:crypto';
import type { GenerateSecretSpec } from '../../template/types';

const LOWERCASE = 'abcdefghijklmnopqrstuvwxyz';
const NUMBERS = '0123456789';
const PUNCTUATION = '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~';

/** A value as CloudFormation's `GenerateSecretString` makes it. */
export function generateSecret(spec: GenerateSecretSpec): string {
  const alphabet = [
    spec.excludeLowercase ? '' : LOWERCASE,
    spec.excludeUppercase ? '' : LOWERCASE.toUpperCase(),
    spec.excludeNumbers ? '' : NUMBERS,
    spec.excludePunctuation ? '' : PUNCTUATION,
    spec.includeSpace ? ' ' : '',
  ]
    .join('')
    .replace(/./g, (character) => (spec.excludeCharacters.includes(character) ? '' : character));
  const text = Array.from({ length: spec.length }, () => alphabet[randomInt(alphabet.length)]).join(
    '',
  );
  if (spec.key === undefined) return text;
  return JSON.stringify({ ...JSON.parse(spec.template ?? '{}'), [spec.key]: text });
}
