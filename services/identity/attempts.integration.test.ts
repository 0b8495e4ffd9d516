import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AttemptAction } from '../domain/identity';
import { startTestTable, type TestTable, testClock } from '../shared/testing';
import { beginAttempt } from './use-cases/begin-attempt';
import { forgiveAttempt } from './use-cases/forgive-attempt';

let test: TestTable;
const clock = testClock('2026-06-01T10:00:00.000Z');

beforeAll(async () => {
  test = await startTestTable();
});
afterAll(() => test.stop());

const ctx = () => ({ table: test.table, now: clock.now() });
const of = (account: string, address = '203.0.113.9', action: AttemptAction = 'sign-in') => ({
  action,
  account,
  address,
});
const LIMITED = expect.objectContaining({ outcome: 'limited' });

describe('attempts', () => {
  it('of one account end at its limit, also when they come all at once, and from anywhere', async () => {
    const answers = await Promise.all(
      Array.from({ length: 25 }, (_, n) =>
        beginAttempt(ctx(), of('ada@demo.test', `192.0.2.${n}`)),
      ),
    );
    expect(answers.filter(({ outcome }) => outcome === 'done')).toHaveLength(10);
    expect(await beginAttempt(ctx(), of('ADA@demo.test', '198.51.100.1'))).toEqual(LIMITED);
    expect(await beginAttempt(ctx(), of('bob@demo.test'))).toEqual({ outcome: 'done' });
  });

  it('say when to come back, and are allowed then', async () => {
    clock.set('2026-06-01T10:05:00.000Z');
    const answer = await beginAttempt(ctx(), of('ada@demo.test', '198.51.100.1'));
    expect(answer).toEqual({ outcome: 'limited', retryAfterSeconds: 600 });
    clock.advance(600);
    expect(await beginAttempt(ctx(), of('ada@demo.test'))).toEqual({ outcome: 'done' });
  });

  it('of one address end at its limit, whatever accounts it tries', async () => {
    const address = '2001:db8:7:7::1';
    for (let n = 0; n < 100; n++) {
      const answer = await beginAttempt(ctx(), of(`victim${n}@demo.test`, address));
      expect(answer.outcome).toBe('done');
    }
    const neighbour = '2001:db8:7:7:ffff::2';
    expect(await beginAttempt(ctx(), of('one-more@demo.test', neighbour))).toEqual(LIMITED);
    expect(await beginAttempt(ctx(), of('one-more@demo.test', '2001:db8:7:8::1'))).toEqual({
      outcome: 'done',
    });
  });

  it('that were right do not count', async () => {
    for (let n = 0; n < 30; n++) {
      const attempt = of('eve@demo.test', '198.51.100.7');
      expect(await beginAttempt(ctx(), attempt)).toEqual({ outcome: 'done' });
      await forgiveAttempt(ctx(), attempt);
    }
  });

  it('at one thing do not count for another', async () => {
    const address = '198.51.100.8';
    for (let n = 0; n < 5; n++) await beginAttempt(ctx(), of('dan', address, 'second-factor'));
    expect(await beginAttempt(ctx(), of('dan', address, 'second-factor'))).toEqual(LIMITED);
    expect(await beginAttempt(ctx(), of('dan', address, 'sign-in'))).toEqual({ outcome: 'done' });
  });

  it('leave nothing behind that names anybody, and it goes by itself', async () => {
    const items = await test.scan();
    expect(items.length).toBeGreaterThan(10);
    expect(JSON.stringify(items)).not.toMatch(/demo\.test|198\.51|2001:db8/);
    for (const item of items) expect(item.expiresAtSeconds).toBeTypeOf('number');
  });
});
