import type { SourceEdit } from '../../support/cloud/edits';
import type { AnomalyKind } from '../checker/anomaly';

/** A service as it must not be, and what the checker has to say about it. */
export interface PlantedBug {
  name: string;
  edits: SourceEdit[];
  expected: AnomalyKind;
  /** Shows only while deliveries and requests go wrong. */
  needsFaults?: true;
}

const COMMIT = 'shared/bookings/commit/commit-booking.ts';

/** Mistakes that booking services are known for. They are made while bundling, in nobody's source. */
export const PLANTED_BUGS: readonly PlantedBug[] = [
  {
    name: 'no claim',
    expected: 'double-booking',
    edits: [
      {
        file: 'shared/bookings/commit/claim-days.ts',
        find: "if (state !== 'held' && state !== 'requested' && state !== 'confirmed') return undefined;",
        replace: "if (state !== 'claimed') return undefined;",
      },
    ],
  },
  {
    name: 'claim by exact start only',
    expected: 'double-booking',
    edits: [
      {
        file: 'domain/availability/occupation.ts',
        find: 'return a.fromMs < b.untilMs && b.fromMs < a.untilMs;',
        replace: 'return a.startMs === b.startMs;',
      },
    ],
  },
  {
    name: 'read, then write',
    expected: 'double-booking',
    edits: [
      {
        file: COMMIT,
        find: `.where(({ version }, { notExists, eq }) =>
            day.version === 0 ? notExists(version) : eq(version, day.version),`,
        replace: `.where(({ version }, { notExists, exists }) =>
            [notExists(version), exists(version)].join(' OR '),`,
      },
    ],
  },
  {
    // The ledger's keys alone would absorb what the inbox lets through, so both guards are taken away.
    name: 'webhook not deduplicated',
    expected: 'ledger-differs',
    needsFaults: true,
    edits: [
      {
        file: 'payments/keep-event.ts',
        find: 'eventId: event.id,',
        replace: 'eventId: event.id + crypto.randomUUID(),',
      },
      {
        file: 'shared/bookings/money/ledger.ts',
        find: 'stripeId: moved.id,',
        replace: 'stripeId: moved.id + crypto.randomUUID(),',
      },
    ],
  },
  {
    name: 'fee left behind on refund',
    expected: 'split-wrong',
    edits: [
      {
        file: 'shared/bookings/money/carry-out.ts',
        find: 'const feeMinor = Math.min(feeWantedMinor, (await feeLeftMinor(task)) - done.feeMinor);',
        replace: 'const feeMinor = 0;',
      },
      {
        file: 'shared/bookings/money/carry-out.ts',
        find: 'const keptFeeMinor = feeWantedMinor - feeMinor - tooMuchFeeMinor;',
        replace: 'const keptFeeMinor = -tooMuchFeeMinor;',
      },
    ],
  },
  {
    name: 'payment of a lost slot kept',
    expected: 'unfinished',
    edits: [
      {
        file: 'shared/bookings/money/settle-payment.ts',
        find: 'return giveBack(ctx, before, paid);',
        replace: "return 'done';",
      },
    ],
  },
];
