import { PROBLEMS, type ProblemCode } from '../contract/problem-codes';

export type { ProblemCode };

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
