import type { IncomingMessage } from 'node:http';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { releaseRecords } from './release-records';
import { chosenReleases } from './releases';

vi.mock('./release-records', () => ({ releaseRecords: vi.fn() }));
vi.mock('./warm', () => ({ warmReleases: vi.fn() }));

const records = vi.mocked(releaseRecords);

function aRequest(headers: Record<string, string>): IncomingMessage {
  return { headers, socket: { remoteAddress: '127.0.0.1' } } as unknown as IncomingMessage;
}

beforeEach(() => {
  records.mockReset().mockResolvedValue({ 'mf-catalog': { live: 'a', canary: 'b', share: 10 } });
});

describe('the releases of a page', () => {
  it('are those in its cache key', async () => {
    const request = aRequest({ 'x-mf-releases': 'mf-booking=x,mf-catalog=y' });
    expect(await chosenReleases(request)).toEqual({ 'mf-booking': 'x', 'mf-catalog': 'y' });
  });

  it('follow the rule of the edge where the edge chose none', async () => {
    expect(await chosenReleases(aRequest({ cookie: 'mfb=9' }))).toEqual({ 'mf-catalog': 'b' });
    expect(await chosenReleases(aRequest({ cookie: 'mfb=10' }))).toEqual({ 'mf-catalog': 'a' });
  });

  it('are left to the last good ones when the store cannot be read', async () => {
    records.mockRejectedValue(new Error('away'));
    expect(await chosenReleases(aRequest({}))).toEqual({});
  });
});
