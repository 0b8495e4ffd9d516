import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aService, startTestTable, type TestTable } from '../shared/testing';
import { aPortal } from './testing/portal';

let test: TestTable;

beforeAll(async () => {
  test = await startTestTable();
});
afterAll(() => test.stop());

const LONG = 'x'.repeat(10_000);
const EMOJI = '👩🏽‍🦱💇‍♀️🙂';

/** Everything in the table but the answers that are kept for repeated requests. */
async function business() {
  const items = await test.scan();
  return items.filter(({ PK }) => !String(PK).startsWith('IDEMPOTENCY#'));
}

const SERVICE = {
  title: 'Cut and finish',
  description: 'Wash, cut and dry.',
  category: 'hair',
  priceMinor: 5_000,
  durationMin: 60,
  stepMin: 30,
  bufferBefore: 0,
  bufferAfter: 10,
  minNoticeMin: 60,
  capacity: 1,
  policy: 'moderate',
  requiresApproval: false,
};

describe('what a provider may not write', () => {
  it.each([
    ['a title of 10 kB', { title: LONG }, 'INVALID_INPUT'],
    ['a description of 10 kB', { description: LONG }, 'INVALID_INPUT'],
    ['a price below the minimum of its currency', { priceMinor: 49 }, 'PRICE_BELOW_MINIMUM'],
    ['a negative price', { priceMinor: -1 }, 'INVALID_INPUT'],
    ['half a cent', { priceMinor: 5_000.5 }, 'INVALID_INPUT'],
    ['no duration', { durationMin: 0 }, 'INVALID_INPUT'],
  ])('%s is refused and leaves no trace', async (_, change, code) => {
    const { send, provider } = await aPortal(test);
    const { serviceId } = await aService(test.table, provider);
    const before = await business();
    const refused = { status: 400, body: { code } };
    expect(await send('POST', 'services', { ...SERVICE, ...change })).toMatchObject(refused);
    expect(await send('PATCH', `services/${serviceId}`, change)).toMatchObject(refused);
    expect(await business()).toEqual(before);
  });

  it.each([
    ['JPY', 49, 'PRICE_BELOW_MINIMUM'],
    ['KWD', 5_005, 'PRICE_NOT_IN_STEPS'],
    ['ISK', 12_350, 'PRICE_NOT_IN_STEPS'],
  ])(
    'a price of %s in the wrong amount (%i) leaves no trace',
    async (currency, priceMinor, code) => {
      const { send } = await aPortal(test, { currency });
      const before = await business();
      const refused = await send('POST', 'services', { ...SERVICE, priceMinor });
      expect(refused).toMatchObject({ status: 400, body: { code } });
      expect(await business()).toEqual(before);
    },
  );

  it.each(['name', 'headline', 'about'])(
    '10 kB of %s is refused, emoji are kept',
    async (field) => {
      const { send } = await aPortal(test);
      const before = await business();
      const refused = await send('PATCH', 'profile', { [field]: LONG });
      expect(refused).toMatchObject({ status: 400, body: { errors: [{ path: field }] } });
      expect(await business()).toEqual(before);
      expect((await send('PATCH', 'profile', { [field]: EMOJI })).body).toMatchObject({
        [field]: EMOJI,
      });
    },
  );

  it('emoji in a service are kept as they were written', async () => {
    const { send } = await aPortal(test);
    const text = { title: `Cut ${EMOJI}`, description: EMOJI };
    expect((await send('POST', 'services', { ...SERVICE, ...text })).body).toMatchObject(text);
  });
});
