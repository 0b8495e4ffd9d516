import type { Language } from '@marketplace/services/domain/markets';
import type { CloudFrontHeaders, CloudFrontResultResponse } from 'aws-lambda';
import { setHeader } from '../shared/lambda-headers';
import { smallPage } from '../shared/small-page';
import type { AuthDecision } from './decide';

type Denial = Extract<AuthDecision, { kind: 'deny' }>;

const PROBLEMS = {
  400: { title: 'Bad Request', code: 'PATH_UNREADABLE' },
  401: { title: 'Unauthorized', code: 'UNAUTHENTICATED' },
  403: { title: 'Forbidden', code: 'FORBIDDEN' },
} as const;

/** Sends the browser to another page of this site; never cached. */
export function redirectTo(location: string): CloudFrontResultResponse {
  const headers = baseHeaders();
  setHeader(headers, 'location', location);
  return { status: '302', statusDescription: 'Found', headers };
}

/** Refuses: as problem document (RFC 9457) for scripts, as a small page for people in their language. */
export function refusal({ status, as }: Denial, language: Language): CloudFrontResultResponse {
  const { title, code } = PROBLEMS[status];
  const headers = baseHeaders();
  const isProblem = as === 'problem';
  setHeader(
    headers,
    'content-type',
    isProblem ? 'application/problem+json' : 'text/html; charset=utf-8',
  );
  if (status === 401) setHeader(headers, 'www-authenticate', 'Bearer');
  const body = isProblem
    ? JSON.stringify({ type: 'about:blank', title, status, code })
    : smallPage(status === 403 ? 'forbidden' : 'badRequest', language);
  return { status: String(status), statusDescription: title, headers, body };
}

function baseHeaders(): CloudFrontHeaders {
  const headers: CloudFrontHeaders = {};
  setHeader(headers, 'cache-control', 'no-store');
  return headers;
}
