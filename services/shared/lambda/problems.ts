/** Every refusal the services know: its status and title. Clients branch on the code. */
const PROBLEMS = {
  BAD_SIGNATURE: [400, 'The signature is not valid'],
  IDEMPOTENCY_KEY_MISSING: [400, 'A write needs an Idempotency-Key'],
  INVALID_CURSOR: [400, 'The cursor is not of this list'],
  INVALID_INPUT: [400, 'The input is not valid'],
  PRICE_BELOW_MINIMUM: [400, 'The price is below what can be charged in its currency'],
  PRICE_NOT_IN_STEPS: [400, 'The price is not in whole steps of its currency'],
  UNAUTHENTICATED: [401, 'Sign in first'],
  CSRF_REFUSED: [403, 'The request did not come from our pages'],
  FORBIDDEN: [403, 'This is not yours to do'],
  NOT_A_PROVIDER: [403, 'This account runs no business'],
  NOT_FOUND: [404, 'There is no such thing'],
  ALREADY_CLAIMED: [409, 'The booking belongs to an account already'],
  ALREADY_REVIEWED: [409, 'The booking was reviewed already'],
  CONFLICT: [409, 'It was changed meanwhile'],
  HOLD_EXPIRED: [409, 'The hold has ended'],
  IDEMPOTENCY_IN_PROGRESS: [409, 'The same request is being worked on'],
  NOT_POSSIBLE_NOW: [409, 'The booking is past that'],
  PRICE_CHANGED: [409, 'The price has changed'],
  PROPOSAL_CHANGED: [409, 'The proposed time is another by now'],
  PROVIDER_UNAVAILABLE: [409, 'The provider takes no bookings at the moment'],
  REFUND_CHANGED: [409, 'The refund has changed'],
  RESCHEDULE_TOO_LATE: [409, 'It is too late to move the booking'],
  SLOT_TAKEN: [409, 'The time was just taken'],
  SLOT_UNAVAILABLE: [409, 'The time is not offered'],
  TOO_LARGE: [413, 'The request is too large'],
  UNSUPPORTED_MEDIA_TYPE: [415, 'The request is of a type that is not read here'],
  IDEMPOTENCY_KEY_REUSED: [422, 'The Idempotency-Key was used with another body'],
  THROTTLED: [429, 'Too many requests'],
  INTERNAL: [500, 'Something went wrong'],
  UNAVAILABLE: [503, 'Not able to answer now'],
} as const satisfies Record<string, readonly [status: number, title: string]>;

export type ProblemCode = keyof typeof PROBLEMS;

const TYPE_BASE = 'https://ecosystem.example/problems/';
const RETRY_AFTER_SECONDS = 1;

export interface FieldError {
  /** Dotted path of the input field. */
  path: string;
  message: string;
}

export interface ProblemDetails {
  detail?: string;
  errors?: FieldError[];
  /** Further members of the document, such as the new price. */
  members?: Record<string, unknown>;
}

/** A refusal with a stable code; the one thing use cases throw. */
export class ProblemError extends Error {
  readonly code: ProblemCode;
  readonly details: ProblemDetails;

  constructor(code: ProblemCode, details: ProblemDetails = {}) {
    super(details.detail ?? code);
    this.name = 'ProblemError';
    this.code = code;
    this.details = details;
  }

  get status(): number {
    return PROBLEMS[this.code][0];
  }
}

/** The refusal as an RFC 9457 document. */
export function problemResponse({ code, details }: ProblemError): Response {
  const [status, title] = PROBLEMS[code];
  const { detail, errors, members } = details;
  const type = TYPE_BASE + code.toLowerCase().replaceAll('_', '-');
  const document = { ...members, type, title, status, code, detail, errors };
  const headers = new Headers({
    'content-type': 'application/problem+json',
    'cache-control': 'no-store',
  });
  if (status === 429 || status === 503 || code === 'IDEMPOTENCY_IN_PROGRESS') {
    headers.set('retry-after', String(RETRY_AFTER_SECONDS));
  }
  return new Response(JSON.stringify(document), { status, headers });
}

/** Input that is not valid, field by field. */
export function invalidInput(...errors: FieldError[]): ProblemError {
  return new ProblemError('INVALID_INPUT', { errors });
}
