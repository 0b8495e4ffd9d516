import type { Driven } from './drive';
import type { Growth, Memory } from './memory';
import { total } from './tally';
import type { Customers, Promised } from './visitors/bookings';

/** What a process may grow from the first minute to the last: caches fill, a heap breathes. */
const GROWTH = 1.25;
const GROWTH_MB = 32;

export interface Run {
  driven: Driven;
  customers: Customers;
  /** Paid for, and not booked in the end. */
  unsettled: Promised[];
  /** Ids of the bookings in the table, by address. */
  stored: ReadonlyMap<string, string[]>;
  memory: Memory;
}

/** What must hold for a run, in words; each with whether it does. */
export function verdicts(run: Run): { text: string; holds: boolean }[] {
  const { driven, customers, unsettled, stored, memory } = run;
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
    flat('heap of the shell after a collection', memory.shellHeap),
    flat('memory of the shell', memory.shell),
    flat('memory of the cloud', memory.cloud),
  ];
}

const verdict = (text: string, holds: boolean) => ({ text, holds });

function flat(name: string, { firstMb, lastMb }: Growth) {
  return verdict(
    `${name}: ${firstMb} MB at first, ${lastMb} MB in the end`,
    lastMb <= Math.max(firstMb * GROWTH, firstMb + GROWTH_MB),
  );
}
