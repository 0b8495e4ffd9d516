import { cookieValue, isForgedHeader } from '@marketplace/services/domain/identity';
import { languageOfMarket } from '@marketplace/services/domain/markets';
import { MARKET_COOKIE } from '@marketplace/services/domain/releases';
import type {
  CloudFrontRequest,
  CloudFrontRequestEvent,
  CloudFrontRequestResult,
} from 'aws-lambda';
import { countDecision } from '../shared/count-decision';
import { headerOf, joinedHeader } from '../shared/lambda-headers';
import { credentialsOf } from './credentials';
import { decide } from './decide';
import { recordOf } from './record';
import { redirectTo, refusal } from './responses';
import { type AuthConfig, createVerify } from './verify';

/** Replaced by the bundler with the stage's values: functions at the edge have no environment. */
declare const __AUTH_CONFIG__: AuthConfig;

const verify = createVerify(__AUTH_CONFIG__);

/** Lambda@Edge at viewer-request of protected behaviours. */
export async function handler(event: CloudFrontRequestEvent): Promise<CloudFrontRequestResult> {
  const request = event.Records[0]?.cf.request;
  if (request === undefined) return refusal({ kind: 'deny', status: 400, as: 'problem' }, 'en');
  const cookies = joinedHeader(request.headers, 'cookie', '; ');
  const credentials = credentialsOf(headerOf(request.headers, 'authorization'), cookies);
  const identity = await verify(credentials.token);
  const decision = decide(
    {
      method: request.method,
      path: request.uri,
      query: request.querystring,
      hasRefreshToken: credentials.hasRefreshToken,
    },
    identity,
    Date.now(),
  );
  if (decision.kind === 'pass') return withoutForgedHeaders(request);
  countDecision(recordOf(decision, identity));
  if (decision.kind === 'redirect') return redirectTo(decision.location);
  // No country is known this early: only a market that the visitor chose.
  return refusal(decision, languageOfMarket(cookieValue(cookies, MARKET_COOKIE)));
}

/** CloudFront adds its own `cloudfront-…` headers after this event: any that are here are forged. */
function withoutForgedHeaders(request: CloudFrontRequest): CloudFrontRequest {
  for (const name of Object.keys(request.headers)) {
    if (isForgedHeader(name) || name.startsWith('cloudfront-')) delete request.headers[name];
  }
  return request;
}
