import {
  parseReleaseRecord,
  type ReleaseRecords,
  recordKey,
  SLICES,
} from '@marketplace/services/domain/releases';
import cf from 'cloudfront';
import {
  type FunctionRequest,
  type FunctionResponse,
  type FunctionValues,
  fieldOf,
  type ViewerRequestEvent,
} from '../shared/function-event';
import { decide, type PublicRequest, type RouterDecision } from './decide';
import type { QueryEntry } from './query';

const store = cf.kvs();

/** CloudFront Function at viewer-request of public behaviours. */
export async function handler(
  event: ViewerRequestEvent,
): Promise<FunctionRequest | FunctionResponse> {
  const request = event.request;
  const records: ReleaseRecords = {};
  for (let index = 0; index < SLICES.length; index += 1) {
    const slice = SLICES[index];
    if (slice === undefined) continue;
    try {
      const record = parseReleaseRecord(await store.get(recordKey(slice)));
      if (record !== undefined) records[slice] = record;
    } catch (_error) {
      // A slice without a record: the shell answers with the slice's fallback, uncached.
    }
  }
  return answer(request, decide(read(event), records));
}

function read(event: ViewerRequestEvent): PublicRequest {
  const request = event.request;
  return {
    path: request.uri,
    query: Object.keys(request.querystring).map((name) => readQuery(request.querystring, name)),
    headerNames: Object.keys(request.headers),
    ip: event.viewer.ip,
    userAgent: fieldOf(request.headers, 'user-agent') || '',
    country: fieldOf(request.headers, 'cloudfront-viewer-country'),
    latitude: fieldOf(request.headers, 'cloudfront-viewer-latitude'),
    longitude: fieldOf(request.headers, 'cloudfront-viewer-longitude'),
    cookie: (name) => fieldOf(request.cookies, name),
  };
}

function readQuery(querystring: FunctionValues, name: string): QueryEntry {
  const entry = querystring[name] || { value: '' };
  const values = entry.multiValue ? entry.multiValue.map((each) => each.value) : [entry.value];
  return { name, values };
}

function answer(
  request: FunctionRequest,
  decision: RouterDecision,
): FunctionRequest | FunctionResponse {
  if (decision.kind === 'redirect') return redirect(decision.location);
  if (decision.kind === 'deny') return refusal(request.uri, decision.status);
  request.uri = decision.path;
  request.querystring = {};
  decision.query.forEach((entry) => {
    request.querystring[entry.name] = writeQuery(entry.values);
  });
  decision.drop.forEach((name) => {
    delete request.headers[name];
  });
  Object.keys(decision.set).forEach((name) => {
    request.headers[name] = { value: decision.set[name] || '' };
  });
  return request;
}

function writeQuery(values: string[]): { value: string; multiValue?: { value: string }[] } {
  const value = values[0] || '';
  if (values.length < 2) return { value };
  return { value, multiValue: values.map((each) => ({ value: each })) };
}

function redirect(location: string): FunctionResponse {
  const headers = noStore();
  headers.location = { value: location };
  return { statusCode: 302, statusDescription: 'Found', headers };
}

/** Scripts get a problem document (RFC 9457), people the browser's own page. */
function refusal(path: string, status: 400 | 404): FunctionResponse {
  const headers = noStore();
  if (path.indexOf('/api/') !== 0) return { statusCode: status, headers };
  headers['content-type'] = { value: 'application/problem+json' };
  const title = status === 400 ? 'Bad Request' : 'Not Found';
  const code = status === 400 ? 'PATH_UNREADABLE' : 'NOT_FOUND';
  const data = JSON.stringify({ type: 'about:blank', title, status, code });
  return { statusCode: status, headers, body: { encoding: 'text', data } };
}

function noStore(): FunctionValues {
  return { 'cache-control': { value: 'no-store' } };
}
