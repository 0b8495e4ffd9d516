import type { CloudFrontResponse, CloudFrontResponseEvent } from 'aws-lambda';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BuiltEdge, builtEdge } from '../testing/built';
import { lambdaEvent, lambdaHeaders } from '../testing/events';

let edge: BuiltEdge;
let respond: (event: CloudFrontResponseEvent) => Promise<CloudFrontResponse>;

beforeAll(async () => {
  edge = await builtEdge({ issuer: 'https://i.test', userPoolClientId: 'c', jwksUrl: 'http://x' });
  respond = await edge.lambdaOf('origin-response');
});
afterAll(() => edge.remove());

async function answered(headers: Record<string, string>, status = '200', path = '/') {
  const record = lambdaEvent({ path }).Records[0];
  if (record === undefined) throw new Error('an event has a record');
  const response = { status, statusDescription: '', headers: lambdaHeaders(headers) };
  const event = { Records: [{ cf: { ...record.cf, response } }] } as CloudFrontResponseEvent;
  return (await respond(event)).headers;
}

const PAGE = { 'cache-control': 'no-store', 'x-page-cache-control': 'public, max-age=60' };

describe('the built origin-response', () => {
  it('turns what the shell allows into the caching of our distribution', async () => {
    const headers = await answered({ ...PAGE, expires: '0' });
    expect(headers['cache-control']?.[0]?.value).toBe('public, max-age=60');
    expect(headers).not.toHaveProperty('x-page-cache-control');
    expect(headers).not.toHaveProperty('expires');
  });

  it.each([
    ['the shell does not allow', { 'cache-control': 'public, max-age=60' }, '200'],
    ['sets a cookie', { ...PAGE, 'set-cookie': 'a=1' }, '200'],
    ['failed on the server', PAGE, '500'],
  ])('never caches an answer that %s', async (_why, headers, status) => {
    const answer = await answered(headers as Record<string, string>, status);
    expect(answer['cache-control']?.[0]?.value).toBe('no-store');
  });

  it('caches a page that does not exist as the shell says', async () => {
    expect((await answered(PAGE, '404'))['cache-control']?.[0]?.value).toBe('public, max-age=60');
  });

  it('names by tags whom a page is about, so that it can be forgotten', async () => {
    const headers = await answered(PAGE, '200', '/p/studio-linde');
    expect(headers['x-page-cache-tags']?.[0]?.value).toBe('provider:studio-linde');
    expect(await answered(PAGE)).not.toHaveProperty('x-page-cache-tags');
  });
});
