import type { EdgeEvent } from '../config/types';
import type { HeaderMap } from '../http/headers';
import { EdgeError } from '../http/messages';

/** Edge functions neither see these nor may add them. */
const HIDDEN =
  /^(?:connection|expect|keep-alive|proxy-authenticate|proxy-authorization|proxy-connection|trailer|upgrade|x-accel-(?:buffering|charset|limit-rate|redirect)|x-amz-cf-.*|x-amzn-(?:auth|cf-billing|cf-id|cf-xff|errortype|fle-profile|header-count|header-order|lambda-integration-tag|requestid)|x-cache|x-edge-.*|x-forwarded-proto|x-real-ip)$/;

/** Functions may read these but not change them. */
const READ_ONLY: Record<EdgeEvent, readonly string[]> = {
  'viewer-request': ['cdn-loop', 'content-length', 'host', 'transfer-encoding', 'via'],
  'origin-request': [
    'accept-encoding',
    'cdn-loop',
    'content-length',
    'if-modified-since',
    'if-none-match',
    'if-range',
    'if-unmodified-since',
    'transfer-encoding',
    'via',
  ],
  'origin-response': ['transfer-encoding', 'via'],
  'viewer-response': ['transfer-encoding', 'warning', 'via'],
};

const NAME = /^[!#$%&'*+.^_`|~0-9a-z-]+$/;
const VALUE = /^[\t\x20-\x7e\x80-\xff]*$/;

export function isHidden(name: string): boolean {
  return HIDDEN.test(name);
}

/** Refuses headers that CloudFront would: hidden ones, malformed ones, changed read-only ones. */
export function checkHeaders(
  event: EdgeEvent,
  before: HeaderMap,
  after: HeaderMap,
  reason: string,
): void {
  for (const [name, values] of Object.entries(after)) {
    if (isHidden(name) && !(name in before))
      throw new EdgeError(502, reason, `The function added ${name}.`);
    if (!NAME.test(name) || !values.every((value) => VALUE.test(value))) {
      throw new EdgeError(502, reason, `The function wrote a malformed header ${name}.`);
    }
  }
  for (const name of READ_ONLY[event]) {
    if (String(before[name]) !== String(after[name])) {
      throw new EdgeError(502, reason, `The function changed the read-only header ${name}.`);
    }
  }
}

/** Size of headers as they count against a generated response. */
export function headerBytes(headers: HeaderMap): number {
  return Object.entries(headers)
    .flatMap(([name, values]) => values.map((value) => name.length + value.length + 4))
    .reduce((sum, bytes) => sum + bytes, 0);
}
