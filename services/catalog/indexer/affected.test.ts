import type { DynamoDBRecord } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { affectedBy } from './affected';

const image = (entity: string, more: Record<string, unknown> = {}) => ({
  __edb_e__: { S: entity },
  providerId: { S: 'p1' },
  ...more,
});
const record = (OldImage: object | undefined, NewImage: object | undefined) =>
  ({ dynamodb: { OldImage, NewImage } }) as DynamoDBRecord;
const PROVIDER = image('provider', { slug: { S: 'studio' }, market: { S: 'de' } });

describe('a changed item', () => {
  it('names provider, market and every address it had', () => {
    const moved = { ...PROVIDER, slug: { S: 'atelier' }, market: { S: 'fr' } };
    expect(affectedBy(record(PROVIDER, moved))).toEqual([
      { providerId: 'p1', markets: ['de', 'fr'], slugs: ['studio', 'atelier'], changesPages: true },
    ]);
  });

  it.each([
    ['a new name', PROVIDER, { ...PROVIDER, name: { S: 'Linde' } }, true],
    ['a new provider', undefined, PROVIDER, true],
    ['a service', image('service'), image('service', { priceMinor: { N: '1' } }), true],
    ['other hours', image('availability'), image('availability', { rules: { L: [] } }), true],
    ['one more booking counted', PROVIDER, { ...PROVIDER, bookingsCount: { N: '2' } }, false],
  ])('with %s', (_what, before, after, changesPages) => {
    expect(affectedBy(record(before, after))[0]?.changesPages).toBe(changesPages);
  });

  it('that is a claim moves times, not pages', () => {
    const claims = { L: [{ M: { serviceId: { S: '01JABCDEFGHJKMNPQRSTVWXYZ0-0001' } } }] };
    const affected = affectedBy(record(undefined, image('resourceDay', { claims })));
    expect(affected.map(({ changesPages }) => changesPages)).toEqual([false]);
  });

  it('of another kind affects nobody', () => {
    expect(affectedBy(record(undefined, image('booking')))).toEqual([]);
  });
});
