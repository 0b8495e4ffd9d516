import { describe, expect, it } from 'vitest';
import type { Verification } from '../commands/verify';
import { MigrationState } from '../state/state';
import { reportPage } from './html';
import { summaryOf, verificationInWords } from './summary';

function aState(): MigrationState {
  const state = new MigrationState(':memory:');
  state.keep({
    step: 'providers',
    read: { bookings: 1200, providers: 2 },
    items: [],
    findings: [
      { table: 'bookings', id: '<b>1</b>', reason: 'OVERLAPS' },
      { table: 'providers', id: 'p2', reason: 'SLUG_CHANGED' },
    ],
    upTo: 'p2',
  });
  return state;
}

const verification = (changes: Partial<Verification> = {}): Verification => ({
  at: '2026-11-22T12:00:00.000Z',
  entities: [
    {
      entity: 'booking',
      source: { count: 3, checksum: 'aa' },
      table: { count: 3, checksum: 'aa' },
    },
  ],
  differences: { missing: [], different: [], extra: [] },
  money: {
    providers: 1,
    byCurrency: { EUR: { chargedMinor: 123_456, feesMinor: 10, refundedMinor: 0 } },
    differences: [],
  },
  ...changes,
});

describe('the report', () => {
  it('says what moved and what stays behind, and lets no row write into it', () => {
    const page = reportPage(aState(), undefined);
    expect(page).toContain('<td>bookings</td><td class="n">1,200</td><td class="n">1,199</td>');
    expect(page).toContain('An earlier booking has the time');
    expect(page).not.toContain('<b>1</b>');
    expect(page).toContain('Not verified yet');
    expect(summaryOf(aState())).toMatch(/bookings +1,200 +1,199 +1/);
  });

  it('is green only when both sides are the same', () => {
    expect(reportPage(aState(), verification())).toContain('Both sides are the same');
    expect(reportPage(aState(), verification())).toContain('€1,234.56');
    const missing = ['BOOKING#1|CONTACT'];
    const unlike = verification({ differences: { missing, different: [], extra: [] } });
    expect(reportPage(aState(), unlike)).toContain('do not switch over');
    expect(verificationInWords(unlike)).toContain('missing    BOOKING#1|CONTACT');
  });
});
