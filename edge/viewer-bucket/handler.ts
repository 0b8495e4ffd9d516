import {
  BUCKET_COOKIE,
  OVERRIDE_COOKIE,
  OVERRIDE_REFUSED_HEADER,
} from '@marketplace/services/domain/releases';
import { type FunctionResponse, fieldOf, type ViewerResponseEvent } from '../shared/function-event';
import {
  BUCKET_COOKIE_ATTRIBUTES,
  browserCacheControl,
  bucketToSet,
  ENDED_COOKIE_ATTRIBUTES,
} from './decide';

/** CloudFront Function at viewer-response of public behaviours. */
export function handler(event: ViewerResponseEvent): FunctionResponse {
  const request = event.request;
  const response = event.response;
  const bucket = bucketToSet({
    ip: event.viewer.ip,
    userAgent: fieldOf(request.headers, 'user-agent') || '',
    bucketCookie: fieldOf(request.cookies, BUCKET_COOKIE),
  });
  if (bucket !== undefined) {
    const cookies = response.cookies || {};
    cookies[BUCKET_COOKIE] = { value: bucket, attributes: BUCKET_COOKIE_ATTRIBUTES };
    response.cookies = cookies;
  }
  if (response.headers[OVERRIDE_REFUSED_HEADER] !== undefined) {
    const cookies = response.cookies || {};
    cookies[OVERRIDE_COOKIE] = { value: '', attributes: ENDED_COOKIE_ATTRIBUTES };
    response.cookies = cookies;
    delete response.headers[OVERRIDE_REFUSED_HEADER];
  }
  const cacheControl = browserCacheControl(fieldOf(response.headers, 'cache-control'));
  if (cacheControl !== undefined) response.headers['cache-control'] = { value: cacheControl };
  return response;
}
