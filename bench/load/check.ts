import type { Driven } from './drive';
import type { Growth } from './memory';
import { total } from './tally';
import type { Customers, Promised } from './visitors/bookings';

/** What may be in use in the end beside what was at first, both after a collection: caches fill. */
const GROWTH = 1.1;
const GROWTH_MB = 8;

export interface Run {
  driven: Driven;
  customers: Customers;
  /** Paid for, and not booked in the end. */
  unsettled: Promised[];
  /** Ids of the bookings in the table, by address. */
  stored: ReadonlyMap<string, string[]>;
  /** What the shell has in use after a collection. */
  shellLive: Growth;
}

/** What must hold for a run, in words; each with whether it does. */
export function verdicts(run: Run): { text: string; holds: boolean }[] {
  const { driven, customers, unsettled, stored, shellLive } = run;
  const { promised } = customers;
  const missing = promised.filter(
    ({ email, booking }) => !stored.get(email)?.includes(booking.bookingId),
  );
  const twice = [...stored.values()].filter((ids) => ids.length > 1);
  const unpaid = promised.filter(({ isPaid }) => !isPaid);
  const wrong = total(driven.tally, 'wrong');
  return [
    verdict(`${promised.length} bookings promised, ${missing.length} lost`, missing.length === 0),
    verdict(`${stored.size} customers in the table, ${twice.length} twice`, twice.length === 0),
    verdict(
      `${unpaid.length} payments failed, ${unsettled.length} paid and not booked`,
      unpaid.length + unsettled.length === 0,
    ),
    verdict(
      `${total(driven.tally, 'shed')} sent away with Retry-After, ${wrong} other errors, ${driven.lost} without an answer`,
      wrong + driven.lost === 0,
    ),
    verdict(
      `the shell keeps ${shellLive.lastMb} MB after a collection, ${shellLive.firstMb} at first`,
      shellLive.lastMb <= Math.max(shellLive.firstMb * GROWTH, shellLive.firstMb + GROWTH_MB),
    ),
  ];
}

const verdict = (text: string, holds: boolean) => ({ text, holds });
