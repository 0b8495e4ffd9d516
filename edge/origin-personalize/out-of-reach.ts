import { languageOfMarket } from '@marketplace/services/domain/markets';
import type { CloudFrontResultResponse } from 'aws-lambda';
import { setHeader } from '../shared/lambda-headers';
import { smallPage } from '../shared/small-page';

const RETRY_SECONDS = '30';

/**
 * What is said in the shell's place when it cannot be had: an error, so that a page which the
 * distribution still has stands in for it, and a page of ours for who asks for one it never had.
 */
export function outOfReach(market: string | undefined): CloudFrontResultResponse {
  const headers = {};
  setHeader(headers, 'cache-control', 'no-store');
  setHeader(headers, 'content-type', 'text/html; charset=utf-8');
  setHeader(headers, 'retry-after', RETRY_SECONDS);
  const body = smallPage('outOfReach', languageOfMarket(market));
  return { status: '503', statusDescription: 'Service Unavailable', headers, body };
}
