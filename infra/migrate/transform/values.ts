import { currencyOf } from '@marketplace/services/domain/money';

const EARLIEST_MS = Date.parse('2000-01-01T00:00:00.000Z');
const LATEST_MS = Date.parse('2100-01-01T00:00:00.000Z');
const CUT = '…';

/** A `timestamptz` as an instant; undefined for none, `infinity`, and years that nobody books in. */
export function instantOf(text: unknown): string | undefined {
  if (typeof text !== 'string' || text.endsWith('BC')) return undefined;
  const ms = Date.parse(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00'));
  return ms >= EARLIEST_MS && ms < LATEST_MS ? new Date(ms).toISOString() : undefined;
}

/** Text without control characters other than line breaks, trimmed, and no longer than `maxLength`. */
export function cleanText(
  given: string | null | undefined,
  maxLength: number,
): { text: string; isChanged: boolean } {
  const before = (given ?? '').trim();
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  const printable = before.replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '');
  const isLong = printable.length > maxLength;
  const text = isLong ? shortened(printable, maxLength - 1) + CUT : printable;
  return { text, isChanged: text !== before };
}

/** Minor units from the text of a `bigint`; undefined when it is none or not exact as a number. */
export function minorOf(text: string | null): number | undefined {
  if (text === null || !/^-?\d+$/.test(text)) return undefined;
  const value = Number(text);
  return Number.isSafeInteger(value) ? value : undefined;
}

/** Minor units from the text of a `numeric` in major units, exactly; undefined for a broken minor unit. */
export function minorOfMajor(text: string | null, currency: string): number | undefined {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text ?? '');
  if (!match) return undefined;
  const [, sign, whole = '', fraction = ''] = match;
  const { decimals } = currencyOf(currency);
  const [kept, rest] = [fraction.slice(0, decimals), fraction.slice(decimals)];
  if (/[1-9]/.test(rest)) return undefined;
  return minorOf(`${sign}${whole}${kept.padEnd(decimals, '0')}`);
}

/** Never half a character. */
function shortened(whole: string, length: number): string {
  return whole
    .slice(0, length)
    .replace(/[\ud800-\udbff]$/, '')
    .trimEnd();
}
