import { describe, expect, it } from 'vitest';
import { ATTEMPT_ACTIONS, ATTEMPT_LIMITS, addressBucket, countsOf } from './attempts';

const NOW = new Date('2026-06-01T10:07:30.000Z');
const attempt = { action: 'sign-in', account: 'Ada@Demo.test', address: '203.0.113.9' } as const;

describe('attempts', () => {
  it('are limited for one account and for one address, whatever is tried', () => {
    for (const action of ATTEMPT_ACTIONS) {
      expect(ATTEMPT_LIMITS[action].map(({ per }) => per)).toEqual(['account', 'address']);
    }
  });

  it('leave a six-digit code safe from guessing for years', () => {
    const [limit] = ATTEMPT_LIMITS['second-factor'];
    const guessesAYear = ((limit?.most ?? 0) * 365 * 86_400) / (limit?.withinSeconds ?? 1);
    const codesThatCount = 3;
    expect((guessesAYear * codesThatCount) / 1_000_000).toBeLessThan(1);
  });

  it('count in windows that all servers agree on', () => {
    const [account, address] = countsOf(attempt, NOW);
    expect(account).toMatchObject({ key: 'sign-in|account|ada@demo.test', most: 10 });
    expect(address).toMatchObject({ key: 'sign-in|address|203.0.113.9', most: 100 });
    expect(account?.windowStartSeconds).toBe(Date.parse('2026-06-01T10:00:00.000Z') / 1000);
    expect(account?.windowEndSeconds).toBe(Date.parse('2026-06-01T10:15:00.000Z') / 1000);
  });
});

describe('an address', () => {
  it.each([
    ['203.0.113.9', '203.0.113.9'],
    ['::ffff:203.0.113.9', '203.0.113.9'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:0DB8:1:2::6', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['', 'unknown'],
    ['evil, 1.2.3.4', 'unknown'],
  ])('%s counts as %s', (text, bucket) => expect(addressBucket(text)).toBe(bucket));
});
