import { first } from '../http/headers';
import type { EdgeRequest, EdgeResponse } from '../http/messages';

const KEPT_ON_304 =
  /^(?:cache-control|content-location|date|etag|expires|last-modified|set-cookie|vary|x-|strict-|content-security-policy|cross-|referrer-|permissions-)/;

/** Answers 304 or a range out of a stored answer, as far as the viewer asked for it. */
export function asAsked(request: EdgeRequest, response: EdgeResponse): EdgeResponse {
  if (response.status !== 200 || !Buffer.isBuffer(response.body)) return response;
  if (request.method !== 'GET' && request.method !== 'HEAD') return response;
  if (isUnchanged(request, response)) return notModified(response);
  const range = first(request.headers, 'range');
  const isWhole = range === undefined || response.headers['content-encoding'] !== undefined;
  return isWhole ? response : rangeOf(range, response, response.body);
}

function isUnchanged({ headers }: EdgeRequest, response: EdgeResponse): boolean {
  const etag = first(response.headers, 'etag');
  const noneMatch = first(headers, 'if-none-match');
  if (noneMatch !== undefined) {
    if (etag === undefined) return false;
    const tags = noneMatch.split(',').map((tag) => opaque(tag.trim()));
    return tags.includes('*') || tags.includes(opaque(etag));
  }
  const modifiedMs = Date.parse(first(response.headers, 'last-modified') ?? '');
  return modifiedMs <= Date.parse(first(headers, 'if-modified-since') ?? '');
}

function notModified(response: EdgeResponse): EdgeResponse {
  const headers = Object.fromEntries(
    Object.entries(response.headers).filter(([name]) => KEPT_ON_304.test(name)),
  );
  return { status: 304, headers, body: Buffer.alloc(0) };
}

function rangeOf(range: string, response: EdgeResponse, body: Buffer): EdgeResponse {
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(range) ?? [];
  if (from === '' && to === '') return response;
  const size = body.length;
  const start = from === '' ? Math.max(0, size - Number(to)) : Number(from);
  const end = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1);
  if (start > end) {
    const headers = { 'content-range': [`bytes */${size}`] };
    return { status: 416, headers, body: Buffer.alloc(0) };
  }
  const headers = {
    ...response.headers,
    'content-range': [`bytes ${start}-${end}/${size}`],
    'accept-ranges': ['bytes'],
  };
  return { status: 206, headers, body: body.subarray(start, end + 1) };
}

function opaque(tag: string): string {
  return tag.replace(/^W\//, '');
}
