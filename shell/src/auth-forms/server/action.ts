import { type AttemptAction, safeNext } from '@marketplace/services/domain/identity';
import type { z } from 'zod';
import { env } from '../../env';
import { withinLimits } from '../../identity/attempts';
import {
  AUTH_PROBLEMS,
  AuthProblem,
  type AuthProblemCode,
  problemOf,
} from '../../identity/problem';
import { formEmailCookie } from '../../identity/session-cookies';
import type { Device } from '../../identity/user-pool/sign-in';
import { requestMarket } from '../../market/market-of';
import { problemText, wordsOf } from '../words';
import { isSameOrigin } from './same-origin';

/** Where to go after a form did its work. */
export interface Outcome {
  location: string;
  cookies?: string[];
}

interface FormAction<Input> {
  schema: z.ZodType<Input>;
  /** Page of the form, to return to with what went wrong. */
  page: string;
  /** What it counts as, where it may be tried only so often, and whose attempt it is. */
  attempt?: {
    action: AttemptAction;
    account: (input: Input, request: Request) => string | Promise<string>;
  };
  run: (input: Input, request: Request) => Promise<Outcome>;
}

interface CommonFields {
  email?: string | undefined;
  next?: string | undefined;
  /** `json` when a script sent the form; in the body, since headers are reduced on the way here. */
  answer?: string | undefined;
}

/**
 * A POST route handler for a form of the shell. A plain form gets a redirect; a script that asks for
 * JSON gets `{location}` or a problem document. Refuses requests of other origins.
 */
export function formAction<Input>({ schema, page, attempt, run }: FormAction<Input>) {
  const runWithin = async (input: Input, request: Request): Promise<Outcome> => {
    if (!attempt) return run(input, request);
    const account = await attempt.account(input, request);
    const { ipAddress: address } = deviceOf(request);
    return withinLimits({ action: attempt.action, account, address }, () => run(input, request));
  };
  return async (request: Request): Promise<Response> => {
    let fields: CommonFields = {};
    try {
      if (!isSameOrigin(request.headers, env().PUBLIC_ORIGIN)) {
        throw new AuthProblem('FOREIGN_ORIGIN');
      }
      fields = await postedFields(request);
      const parsed = schema.safeParse(fields);
      if (!parsed.success) throw new AuthProblem('INVALID_INPUT');
      return succeed(fields, await runWithin(parsed.data, request));
    } catch (error) {
      return fail(fields, problemOf(error), { page, request });
    }
  };
}

const REFRESH = '/auth/refresh';

/** Problems that another page can do something about. */
const WAYS_ON: Partial<Record<AuthProblemCode, string>> = {
  NOT_CONFIRMED: '/auth/confirm',
  CHALLENGE_OVER: '/auth/sign-in',
  SESSION_ENDED: REFRESH,
};

/** Who asks, for limits and the user pool's risk checks. The edge drops what viewers claim to be forwarded for, so the first address is the one that CloudFront saw. */
export function deviceOf({ headers }: Request): Device {
  const addresses = (headers.get('x-forwarded-for') ?? '').split(',');
  return {
    ipAddress: addresses.at(0)?.trim() || '127.0.0.1',
    userAgent: headers.get('user-agent') ?? '',
  };
}

/** `/auth/confirm` + `{notice, next}` → a location of this site. */
export function pageWith(page: string, query: Record<string, string | undefined>): string {
  const used = Object.entries(query).filter(([, value]) => value !== undefined && value !== '/');
  const search = new URLSearchParams(used as [string, string][]).toString();
  if (search === '') return page;
  return `${page}${page.includes('?') ? '&' : '?'}${search}`;
}

async function postedFields(request: Request): Promise<Record<string, string>> {
  const form = await request.formData().catch(() => new FormData());
  return Object.fromEntries([...form].filter(([, value]) => typeof value === 'string')) as Record<
    string,
    string
  >;
}

function succeed({ answer }: CommonFields, { location, cookies = [] }: Outcome): Response {
  const headers = withCookies({ 'cache-control': 'no-store' }, cookies);
  if (answer === 'json') return Response.json({ location }, { headers });
  headers.set('location', location);
  return new Response(null, { status: 303, headers });
}

function fail(
  fields: CommonFields,
  problem: AuthProblem,
  { page, request }: { page: string; request: Request },
): Response {
  if (problem.code === 'UNAVAILABLE') {
    console.error(
      JSON.stringify({ level: 'ERROR', event: 'auth-failed', cause: String(problem.cause) }),
    );
  }
  const target = WAYS_ON[problem.code] ?? page;
  const location =
    target === REFRESH
      ? pageWith(REFRESH, { next: page })
      : pageWith(target, { problem: problem.code, next: safeNext(fields.next) });
  const headers = withCookies(
    { 'cache-control': 'no-store' },
    fields.email ? [formEmailCookie(fields.email.slice(0, 254))] : [],
  );
  if (problem.retryAfterSeconds !== undefined) {
    headers.set('retry-after', String(problem.retryAfterSeconds));
  }
  if (fields.answer !== 'json' && problem.code !== 'FOREIGN_ORIGIN') {
    headers.set('location', location);
    return new Response(null, { status: 303, headers });
  }
  headers.set('content-type', 'application/problem+json');
  const t = wordsOf('auth', requestMarket(request).locale);
  const title = problemText(t, problem.code);
  const body = problemDocument(problem.code, title, target === page ? undefined : location);
  return new Response(JSON.stringify(body), { status: body.status, headers });
}

function problemDocument(code: AuthProblemCode, title: string, location: string | undefined) {
  return {
    type: 'about:blank',
    title,
    status: AUTH_PROBLEMS[code],
    code,
    ...(location ? { location } : {}),
  };
}

function withCookies(init: Record<string, string>, cookies: string[]): Headers {
  const headers = new Headers(init);
  for (const cookie of cookies) headers.append('set-cookie', cookie);
  return headers;
}
