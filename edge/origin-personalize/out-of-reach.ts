import type { CloudFrontResultResponse } from 'aws-lambda';
import messages from '../messages/en.json';
import { setHeader } from '../shared/lambda-headers';
import { smallPage } from '../shared/small-page';

const RETRY_SECONDS = '30';

/**
 * What is said in the shell's place when it cannot be had: an error, so that a page which the
 * distribution still has stands in for it, and a page of ours for who asks for one it never had.
 */
export function outOfReach(): CloudFrontResultResponse {
  const headers = {};
  setHeader(headers, 'cache-control', 'no-store');
  setHeader(headers, 'content-type', 'text/html; charset=utf-8');
  setHeader(headers, 'retry-after', RETRY_SECONDS);
  const body = smallPage({ title: messages.outOfReachTitle, text: messages.outOfReachText });
  return { status: '503', statusDescription: 'Service Unavailable', headers, body };
}
