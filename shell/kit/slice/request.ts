/** RFC 9457 problem document, as every service answers at 400 and above. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  /** Stable; what screens branch on. */
  code: string;
  detail?: string | undefined;
  errors?: { path: string; message: string }[] | undefined;
  [extension: string]: unknown;
}

/** What went wrong, as the service said it; `problem.code` is stable. */
export class ProblemError extends Error {
  constructor(readonly problem: Problem) {
    super(`${problem.code}: ${problem.title}`);
    this.name = 'ProblemError';
  }
}

const UNREACHABLE: Problem = {
  type: 'about:blank',
  title: 'The service could not be reached',
  status: 503,
  code: 'UNREACHABLE',
};

export interface RequestOptions {
  /** Base URL of the service; empty in the browser, where `/api` is on the same origin. */
  baseUrl?: string;
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH';
  body?: unknown;
  /** Cognito access token, or the access token of one booking. */
  token?: string | undefined;
  /** Required by every write: same key and body, same answer. */
  idempotencyKey?: string;
  signal?: AbortSignal | undefined;
}

function headersOf({ body, token, idempotencyKey }: RequestOptions): HeadersInit {
  return {
    accept: 'application/json',
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    ...(token ? { authorization: `Bearer ${token}` } : {}),
    ...(idempotencyKey ? { 'idempotency-key': idempotencyKey } : {}),
  };
}

/** The JSON in a body; undefined where it is empty or no JSON, as a proxy's error page is. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * One call of the service's HTTP API.
 * @throws {ProblemError} for every answer at 400 and above, and when nothing readable answers (`UNREACHABLE`).
 */
export async function request<T>(path: string, options: RequestOptions = {}): Promise<T> {
  const { baseUrl = '', method = 'GET', body, signal } = options;
  let response: Response;
  let text: string;
  try {
    response = await fetch(`${baseUrl}${path}`, {
      method,
      headers: headersOf(options),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal ? { signal } : {}),
      cache: 'no-store',
    });
    text = await response.text();
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new ProblemError(UNREACHABLE);
  }
  const answer = parsed(text);
  if (response.ok && (answer !== undefined || text === '')) return answer as T;
  const problem = answer as Problem | undefined;
  throw new ProblemError(problem?.code ? problem : { ...UNREACHABLE, status: response.status });
}
