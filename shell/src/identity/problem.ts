/** Everything that can go wrong when somebody proves who they are; screens have a sentence for each. */
export const AUTH_PROBLEMS = {
  WRONG_CREDENTIALS: 401,
  NOT_CONFIRMED: 403,
  CODE_MISMATCH: 400,
  EMAIL_TAKEN: 409,
  PASSWORD_USED_BEFORE: 400,
  WEAK_PASSWORD: 400,
  TOO_MANY_ATTEMPTS: 429,
  INVALID_INPUT: 400,
  PASSWORD_CHANGE_REQUIRED: 403,
  CHALLENGE_OVER: 401,
  SESSION_ENDED: 401,
  SIGN_IN_AGAIN: 401,
  OPEN_BOOKINGS: 409,
  RUNS_BUSINESS: 409,
  FOREIGN_ORIGIN: 403,
  UNAVAILABLE: 503,
} as const;

export type AuthProblemCode = keyof typeof AUTH_PROBLEMS;

export class AuthProblem extends Error {
  /** When trying again makes sense. */
  readonly retryAfterSeconds: number | undefined;

  constructor(
    readonly code: AuthProblemCode,
    { retryAfterSeconds, ...options }: ErrorOptions & { retryAfterSeconds?: number } = {},
  ) {
    super(code, options);
    this.name = 'AuthProblem';
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** Cognito's error names; what is not listed is ours to look into. */
const COGNITO_ERRORS: Record<string, AuthProblemCode> = {
  NotAuthorizedException: 'WRONG_CREDENTIALS',
  UserNotFoundException: 'WRONG_CREDENTIALS',
  UserNotConfirmedException: 'NOT_CONFIRMED',
  PasswordResetRequiredException: 'PASSWORD_CHANGE_REQUIRED',
  CodeMismatchException: 'CODE_MISMATCH',
  ExpiredCodeException: 'CODE_MISMATCH',
  EnableSoftwareTokenMFAException: 'CODE_MISMATCH',
  UsernameExistsException: 'EMAIL_TAKEN',
  AliasExistsException: 'EMAIL_TAKEN',
  InvalidPasswordException: 'WEAK_PASSWORD',
  PasswordHistoryPolicyViolationException: 'PASSWORD_USED_BEFORE',
  TooManyRequestsException: 'TOO_MANY_ATTEMPTS',
  TooManyFailedAttemptsException: 'TOO_MANY_ATTEMPTS',
  LimitExceededException: 'TOO_MANY_ATTEMPTS',
  InvalidParameterException: 'INVALID_INPUT',
};

/** The problem a failed call of the user pool stands for; codes that were tried too often count as attempts. */
export function problemOf(error: unknown): AuthProblem {
  if (error instanceof AuthProblem) return error;
  if (!(error instanceof Error)) return new AuthProblem('UNAVAILABLE', { cause: error });
  if (/attempts? (?:limit )?exceeded/i.test(error.message)) {
    return new AuthProblem('TOO_MANY_ATTEMPTS', { cause: error });
  }
  if (error.name === 'NotAuthorizedException' && /access token/i.test(error.message)) {
    return new AuthProblem('SESSION_ENDED', { cause: error });
  }
  return new AuthProblem(COGNITO_ERRORS[error.name] ?? 'UNAVAILABLE', { cause: error });
}

/** A code from a query, when it is one. */
export function parseProblemCode(value: unknown): AuthProblemCode | undefined {
  return typeof value === 'string' && Object.hasOwn(AUTH_PROBLEMS, value)
    ? (value as AuthProblemCode)
    : undefined;
}
