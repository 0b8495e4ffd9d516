import { cookieValue } from '@marketplace/services/domain/identity';
import { MARKET_COOKIE, MARKET_HEADER } from '@marketplace/services/domain/releases';
import type { CloudFrontRequestEvent, CloudFrontRequestResult } from 'aws-lambda';
import { countDecision } from '../shared/count-decision';
import { headerOf, joinedHeader, setHeader } from '../shared/lambda-headers';
import { decide } from './decide';
import { outOfReach } from './out-of-reach';

/**
 * Lambda@Edge at origin-request of the shell's behaviours. The origin's own custom headers (the
 * secret that proves the request came through us) are CloudFront's business and stay as they are.
 */
export async function handler(event: CloudFrontRequestEvent): Promise<CloudFrontRequestResult> {
  const record = event.Records[0];
  if (record === undefined) throw new Error('an origin-request event carries one record');
  const { request } = record.cf;
  const { headers } = request;
  const market = headerOf(headers, MARKET_HEADER);
  // The second of the pages' two origins is a bucket that nobody reads: the shell could not be had.
  if (request.origin?.s3 !== undefined) {
    countDecision({ decision: 'shell-unreachable' });
    return outOfReach(market);
  }
  const { set, drop } = decide({
    market,
    choiceCookie: cookieValue(joinedHeader(headers, 'cookie', '; '), MARKET_COOKIE),
    country: headerOf(headers, 'cloudfront-viewer-country'),
    headerNames: Object.keys(headers),
    host: headerOf(headers, 'host'),
    originHost: request.origin?.custom?.domainName,
  });
  for (const name of drop) delete headers[name];
  for (const [name, value] of Object.entries(set)) setHeader(headers, name, value);
  return request;
}
