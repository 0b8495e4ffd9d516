import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestTable, type TestTable } from '../../shared/testing';
import { claimedGroups, needsSecondFactor } from './claims/withhold-groups';
import { keepProfile } from './confirmed/keep-profile';

let test: TestTable;
beforeAll(async () => {
  test = await startTestTable();
});
afterAll(() => test.stop());

describe('a confirmed account', () => {
  const attributes = { sub: 'u-1', email: 'ada@demo.test', name: 'Ada Lovelace' };

  it('has its profile kept once, however often Cognito tells of it', async () => {
    const first = new Date('2026-06-01T10:00:00.000Z');
    await keepProfile({ table: test.table, now: first }, attributes);
    await test.table.user.patch({ userId: 'u-1' }).set({ providerId: 'prv1' }).go();
    const later = new Date('2026-07-01T10:00:00.000Z');
    await keepProfile({ table: test.table, now: later }, { ...attributes, name: 'Another' });
    const { data } = await test.table.user.get({ userId: 'u-1' }).go();
    expect(data).toEqual({
      userId: 'u-1',
      email: 'ada@demo.test',
      name: 'Ada Lovelace',
      providerId: 'prv1',
      createdAt: first.toISOString(),
    });
  });

  it('without an id or an address is a fault, not a profile', async () => {
    const keep = keepProfile({ table: test.table, now: new Date() }, { sub: 'u-2' });
    await expect(keep).rejects.toThrow();
  });
});

describe('groups that act for the platform', () => {
  it('are claimed with a second factor only; others are claimed always', () => {
    const groups = ['provider', 'admin', 'team'];
    expect(claimedGroups(groups, true)).toEqual(groups);
    expect(claimedGroups(groups, false)).toEqual(['provider']);
  });

  it('are the only ones for which anybody is asked', () => {
    expect(needsSecondFactor(['provider'])).toBe(false);
    expect(needsSecondFactor([])).toBe(false);
    expect(needsSecondFactor(['provider', 'team'])).toBe(true);
  });
});
