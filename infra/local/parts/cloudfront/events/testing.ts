import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { EdgeEvent, OriginRequestPolicy, ViewerEvent } from '../config/types';
import { aBehavior, aTestEdge, type TestEdge } from '../testing';

export const EVERYTHING: OriginRequestPolicy = {
  headers: { kind: 'all' },
  cloudfrontHeaders: ['cloudfront-viewer-country', 'cloudfront-viewer-city'],
  cookies: { kind: 'all' },
  query: { kind: 'all' },
};

/** An origin that tells what reached it. */
export const mirror: RequestListener = (message, response) => {
  response.setHeader('cache-control', 'max-age=60');
  response.end(JSON.stringify({ url: message.url, headers: message.headers }));
};

/** What reached a mirror behind the edge. */
export async function reached(
  edge: TestEdge,
  target: string,
  headers: Record<string, string> = {},
) {
  const response = await edge.get(target, { headers });
  return (await response.json()) as { url: string; headers: Record<string, string> };
}

/** Runs code as a CloudFront Function on an event, in front of an origin. */
export function withFunction(event: ViewerEvent, code: string, origin: RequestListener = mirror) {
  const arn = 'arn:aws:cloudfront::111111111111:function/test';
  const storeArn = 'arn:aws:cloudfront::111111111111:key-value-store/test';
  return aTestEdge(origin, {
    behaviors: [aBehavior({ functions: { [event]: arn }, originRequestPolicy: EVERYTHING })],
    functions: [{ arn, name: 'test', code, storeArn }],
    stores: [{ arn: storeArn, name: 'test' }],
  });
}

/** Runs code as a Lambda@Edge function on an event, in front of an origin. */
export async function withLambda(event: EdgeEvent, code: string, origin: RequestListener = mirror) {
  const codeDir = mkdtempSync(path.join(tmpdir(), 'lambda-'));
  writeFileSync(
    path.join(codeDir, 'index.cjs'),
    `exports.handler = async (event) => {
    const { request, response, config } = event.Records[0].cf; ${code} };`,
  );
  const arn = 'arn:aws:lambda:us-east-1:111111111111:function:test:1';
  const behavior = { lambdas: { [event]: arn }, originRequestPolicy: EVERYTHING };
  const edge = await aTestEdge(origin, {
    behaviors: [aBehavior(behavior)],
    lambdas: [{ arn, name: 'test', codeDir, handler: 'index.handler' }],
  });
  const stop = async () => {
    await edge.stop();
    rmSync(codeDir, { recursive: true });
  };
  return { ...edge, stop };
}
