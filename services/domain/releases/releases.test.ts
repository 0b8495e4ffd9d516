import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  BUCKET_COUNT,
  bucketOf,
  formatReleases,
  parseReleaseRecord,
  parseReleases,
  pickReleases,
  tagsOfPage,
} from './index';

describe('releases', () => {
  it('gives a canary to exactly its share of the buckets', () => {
    const records = { 'mf-catalog': { live: 'a1', canary: 'b2', share: 10 } };
    const picked = Array.from(
      { length: BUCKET_COUNT },
      (_, bucket) => pickReleases(records, bucket)['mf-catalog'],
    );
    expect(picked.filter((release) => release === 'b2')).toHaveLength(10);
    expect(picked.filter((release) => release === 'a1')).toHaveLength(90);
  });

  it('gives everybody the live release when a canary has no share', () => {
    expect(pickReleases({ 'mf-catalog': { live: 'a1', canary: 'b2' } }, 0)).toEqual({
      'mf-catalog': 'a1',
    });
  });

  it('leaves out a slice that was never released', () => {
    expect(formatReleases(pickReleases({ 'mf-booking': { live: 'x' } }, 3))).toBe('mf-booking=x');
  });

  it('reads back what it wrote', () => {
    const releases = { 'mf-provider-portal': 'c3', 'mf-booking': 'a1' };
    expect(formatReleases(releases)).toBe('mf-booking=a1,mf-provider-portal=c3');
    expect(parseReleases(formatReleases(releases))).toEqual(releases);
  });

  it('drops forged slices and releases that could leave their folder', () => {
    expect(parseReleases('evil=1,mf-catalog=../../x,mf-booking=ok')).toEqual({
      'mf-booking': 'ok',
    });
  });

  it.each(['', 'null', '[]', '{}', '{"live":""}', '{"live":"../a"}', '{"live":"a","share":101}'])(
    'refuses the record %s',
    (text) => {
      expect(parseReleaseRecord(text)).toBeUndefined();
    },
  );
});

describe('buckets', () => {
  it('keeps a visitor with a sound cookie where the cookie says', () => {
    expect(bucketOf('42', '1.2.3.4', 'x')).toBe(42);
  });

  it.each([undefined, '', '100', '-1', '07', '4.2', 'NaN'])(
    'hashes over the cookie %s',
    (cookie) => {
      expect(bucketOf(cookie, '1.2.3.4', 'x')).toBe(bucketOf(undefined, '1.2.3.4', 'x'));
    },
  );

  it('is stable and within range for any visitor', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (ip, agent) => {
        const bucket = bucketOf(undefined, ip, agent);
        expect(bucket).toBe(bucketOf(undefined, ip, agent));
        expect(Number.isInteger(bucket) && bucket >= 0 && bucket < BUCKET_COUNT).toBe(true);
      }),
    );
  });
});

describe('cache tags', () => {
  it.each([
    ['/p/studio-linde', ['provider:studio-linde']],
    ['/_next/data/b1/p/studio-linde.json', ['provider:studio-linde']],
    ['/s/01JABC-0001', ['provider:01JABC']],
    ['/_next/data/b1/s/01JABC-0001.json', ['provider:01JABC']],
    ['/', []],
    ['/search', []],
    ['/p/a/b', []],
    ['/p/a,provider:b', []],
    ['/p/é', []],
    [`/p/${'x'.repeat(300)}`, []],
  ])('of %s are %j', (path, tags) => expect(tagsOfPage(path)).toEqual(tags));
});
