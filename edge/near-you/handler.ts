import { NEAR_PLACE_HEADER } from '@marketplace/services/domain/near';
import { MARKET_HEADER, MARKET_PATH_HEADER } from '@marketplace/services/domain/releases';
import type { CloudFrontRequestEvent, CloudFrontResultResponse } from 'aws-lambda';
import { headerOf, setHeader } from '../shared/lambda-headers';
import { answerNear } from './answer';
import type { BakedRelease } from './release';
import { bucketReader } from './snapshots/bucket';
import type { Credentials } from './snapshots/sign';
import { createSnapshots, type Snapshots } from './snapshots/snapshots';

/** Replaced by the bundler with the release whose sources it bundles. */
declare const __CATALOG_RELEASE__: BakedRelease | null;

const KEPT = 'public, max-age=60, stale-while-revalidate=600, stale-if-error=86400';
const NOTHING_KEPT = 'public, max-age=5';

let snapshots: Snapshots | undefined;

/** Lambda@Edge at origin-request of `/edge/near-you`: answers itself, no origin is ever asked. */
export async function handler(event: CloudFrontRequestEvent): Promise<CloudFrontResultResponse> {
  const request = event.Records[0]?.cf.request;
  const settings = request?.origin?.s3?.customHeaders ?? {};
  snapshots ??= createSnapshots(sourcesOf(headerOf(settings, 'x-snapshot-sources')));
  const headers = request?.headers ?? {};
  const question = {
    market: headerOf(headers, MARKET_HEADER),
    isMarketNamed: headerOf(headers, MARKET_PATH_HEADER) !== undefined,
    place: headerOf(headers, NEAR_PLACE_HEADER),
  };
  const context = { snapshots, release: __CATALOG_RELEASE__, nowMs: Date.now() };
  return response(await answerNear(question, context));
}

/** Where the snapshots are, as the distribution says it in place of an environment: `region=url, …`. */
function sourcesOf(setting = '') {
  return setting.split(',').flatMap((source) => {
    const [region, url] = source.trim().split('=');
    return region && url ? [bucketReader(url, region, credentials)] : [];
  });
}

/** Lambda puts the role's credentials into the environment, at the edge too. */
function credentials(): Credentials {
  const { AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN } = process.env;
  return {
    accessKeyId: AWS_ACCESS_KEY_ID ?? '',
    secretAccessKey: AWS_SECRET_ACCESS_KEY ?? '',
    sessionToken: AWS_SESSION_TOKEN,
  };
}

function response(html: string | undefined): CloudFrontResultResponse {
  const headers = {};
  setHeader(headers, 'cache-control', html === undefined ? NOTHING_KEPT : KEPT);
  if (html === undefined) return { status: '204', statusDescription: 'No Content', headers };
  setHeader(headers, 'content-type', 'text/html; charset=utf-8');
  setHeader(headers, 'x-robots-tag', 'noindex');
  return { status: '200', statusDescription: 'OK', headers, body: html };
}
