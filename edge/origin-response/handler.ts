import {
  PAGE_CACHE_CONTROL_HEADER,
  PAGE_CACHE_TAGS_HEADER,
  tagsOfPage,
} from '@marketplace/services/domain/releases';
import type { CloudFrontResponse, CloudFrontResponseEvent } from 'aws-lambda';
import { headerOf, setHeader } from '../shared/lambda-headers';
import { decide } from './decide';

/** Lambda@Edge at origin-response of the shell's page behaviours. */
export async function handler(event: CloudFrontResponseEvent): Promise<CloudFrontResponse> {
  const record = event.Records[0];
  if (record === undefined) throw new Error('an origin-response event carries one record');
  const { request, response } = record.cf;
  const { headers } = response;
  const cacheControl = decide({
    status: Number(response.status),
    pageCacheControl: headerOf(headers, PAGE_CACHE_CONTROL_HEADER),
    setsCookie: headers['set-cookie'] !== undefined,
  });
  setHeader(headers, 'cache-control', cacheControl);
  const tags = tagsOfPage(request.uri);
  if (tags.length > 0) setHeader(headers, PAGE_CACHE_TAGS_HEADER, tags.join(','));
  delete headers[PAGE_CACHE_CONTROL_HEADER];
  delete headers.expires;
  delete headers.pragma;
  return response;
}
