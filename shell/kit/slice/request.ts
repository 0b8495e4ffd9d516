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
  /** Required by every write: same key and body, same answer; so it can be asked again when it is too early. */
  idempotencyKey?: string;
  signal?: AbortSignal | undefined;
}

/**
 * Who names a service's address stands next to it: packing and unpacking takes longer there than the bytes that it
 * saves. A browser says itself which codings it reads.
 */
function headersOf({ baseUrl, body, token, idempotencyKey }: RequestOptions): HeadersInit {
  return {
    accept: 'application/json',
    ...(baseUrl ? { 'accept-encoding': 'identity' } : {}),
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

const MOST_ATTEMPTS = 3;
const MOST_WAIT_SECONDS = 5;
/** Not everybody who was told the same comes back at the same moment. */
const JITTER = 0.5;

/** How long to wait before a refused write is sent again; undefined when the person must decide. */
function waitBeforeNext(response: Response, attempt: number): number | undefined {
  const after = response.headers.get('retry-after') ?? '';
  if (response.ok || attempt >= MOST_ATTEMPTS || !/^\d+$/.test(after)) return undefined;
  const seconds = Number(after);
  if (seconds > MOST_WAIT_SECONDS) return undefined;
  return seconds * (1 + JITTER * Math.random()) * 1000;
}

/** Fetches; a write that is told to come back soon does, a few times and under its own key. */
async function fetchInTime(url: string, init: RequestInit, isWrite: boolean): Promise<Response> {
  for (let attempt = 1; ; attempt++) {
    const response = await fetch(url, init);
    const waitMs = isWrite ? waitBeforeNext(response, attempt) : undefined;
    if (waitMs === undefined) return response;
    await response.body?.cancel();
    await new Promise((resolve) => setTimeout(resolve, waitMs));
  }
}

/** Whether the write may have happened, or may yet: then it is tried again under the same key. */
export function isUndecided({ code, status }: Problem): boolean {
  return (
    status === 429 || status >= 500 || code === 'UNREACHABLE' || code === 'IDEMPOTENCY_IN_PROGRESS'
  );
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
    const init: RequestInit = {
      method,
      headers: headersOf(options),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal ? { signal } : {}),
      cache: 'no-store',
    };
    response = await fetchInTime(`${baseUrl}${path}`, init, options.idempotencyKey !== undefined);
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
