import { createHash } from 'node:crypto';

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const ID_LENGTH = 26;
const TIME_LENGTH = 10;

/** A uuid in the alphabet of the marketplace's ids: 26 letters and digits, always the same ones. */
export function idOf(uuid: string): string {
  return encode(BigInt(`0x${uuid.replaceAll('-', '')}`), ID_LENGTH);
}

/** The uuid that `idOf` made an id of. */
export function uuidOf(id: string): string {
  let value = 0n;
  for (const char of id) value = value * 32n + BigInt(ALPHABET.indexOf(char));
  const hex = value.toString(16).padStart(32, '0');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** An id that sorts by the time it was made, as ids of bookings do, and follows from its row alone. */
export function timedIdOf(uuid: string, createdAt: string): string {
  const hash = createHash('sha256').update(uuid).digest('hex').slice(0, 20);
  return (
    encode(BigInt(Date.parse(createdAt)), TIME_LENGTH) +
    encode(BigInt(`0x${hash}`), ID_LENGTH - TIME_LENGTH)
  );
}

function encode(value: bigint, length: number): string {
  let rest = value;
  let text = '';
  for (let index = 0; index < length; index++) {
    text = ALPHABET[Number(rest % 32n)] + text;
    rest /= 32n;
  }
  return text;
}
