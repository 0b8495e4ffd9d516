const HIDDEN = '[hidden]';
const DEEPEST = 6;

/** What can tell who, or act for somebody, wherever it stands in a text. */
const TELLING = [
  // Mail addresses.
  /[^\s"'<>=,;:()[\]{}]+@[^\s"'<>=,;:()[\]{}]+\.[^\s"'<>=,;:()[\]{}]+/g,
  // Signed tokens: Cognito's, and those of links in mails.
  /\beyJ[\w-]+\.[\w-]+\.[\w-]*/g,
  // Keys of Stripe, and what lets a browser pay an intent.
  /\b(?:sk|rk|whsec)_\w+|\b\w+_secret_\w+/g,
];

/** Numbers as long as a card's, in one piece or in groups; ids have other groups. */
const LONG_NUMBER = /\b(?:\d{4}([ -])\d{4}\1\d{4}\1\d{1,7}|\d{13,19})\b/g;

/** What libraries add to their errors that says how, and never who. */
const OF_ERRORS = ['code', 'type', 'statusCode', 'requestId', 'decline_code', '$metadata'];

/** What a log line may hold of a value: nothing that tells who. Of errors, only what says what happened. */
export function impersonal(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return withoutPeople(value);
  if (typeof value !== 'object' || value === null) return value;
  if (depth === DEEPEST) return HIDDEN;
  if (value instanceof Error) return ofError(value, depth);
  if (Array.isArray(value)) return value.map((each) => impersonal(each, depth + 1));
  if (value instanceof Date) return value.toISOString();
  const entries = Object.entries(value).map(([key, each]) => [key, impersonal(each, depth + 1)]);
  return Object.fromEntries(entries);
}

/** A text without what tells who. */
export function withoutPeople(text: string): string {
  const rest = TELLING.reduce((shown, pattern) => shown.replace(pattern, HIDDEN), text);
  return rest.replace(LONG_NUMBER, (number) => (isCardNumber(number) ? HIDDEN : number));
}

/** Luhn's sum, by which card numbers are told from others. */
function isCardNumber(text: string): boolean {
  const digits = [...text.replace(/\D/g, '')].reverse().map(Number);
  const sum = digits.reduce((total, digit, index) => {
    const doubled = index % 2 === 0 ? digit : digit * 2;
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}

function ofError(error: Error, depth: number): object {
  const extra = error as Error & Record<string, unknown>;
  const known = OF_ERRORS.filter((key) => extra[key] !== undefined);
  return {
    name: error.name,
    message: withoutPeople(error.message),
    stack: withoutPeople(error.stack ?? ''),
    ...Object.fromEntries(known.map((key) => [key, impersonal(extra[key], depth + 1)])),
    ...(error.cause === undefined ? {} : { cause: impersonal(error.cause, depth + 1) }),
  };
}
