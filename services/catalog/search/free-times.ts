import { Temporal } from 'temporal-polyfill';
import { type AvailabilityInput, firstFreeStart } from '../../domain/availability';
import type { Entry } from './market-index';

const MINUTE_MS = 60_000;
const DAY_MS = 1440 * MINUTE_MS;
/** Looked through one after the other, so that most services read two days only. */
const STAGES_DAYS = [2, 9, 31] as const;
/** A service without a free time is looked at again after this long. */
const NOTHING_FREE_MS = 10 * MINUTE_MS;

interface Known {
  startMs: number | null;
  /** From then on the answer may be another one. */
  untilMs: number;
}

const nextFreeKnown = new WeakMap<Entry, Known>();
const dayKnown = new WeakMap<Entry, Map<string, Known>>();

/** The first start that can be booked within 31 days, in epoch milliseconds; remembered while it stands. */
export function nextFreeMs(entry: Entry, nowMs: number): number | null {
  const known = nextFreeKnown.get(entry);
  if (known && nowMs < known.untilMs) return known.startMs;
  const found = remember(entry, nowMs, findNextFree(entry, nowMs));
  nextFreeKnown.set(entry, found);
  return found.startMs;
}

/** Whether a start on that date, in the provider's zone, can be booked. */
export function isFreeOn(entry: Entry, date: string, nowMs: number): boolean {
  const days = dayKnown.get(entry) ?? new Map<string, Known>();
  dayKnown.set(entry, days);
  const known = days.get(date);
  if (known && nowMs < known.untilMs) return known.startMs !== null;
  const { fromMs, toMs } = localDay(date, entry.provider.timeZone);
  const found = remember(entry, nowMs, firstFree(entry, nowMs, fromMs, toMs));
  days.set(date, found);
  return found.startMs !== null;
}

function findNextFree(entry: Entry, nowMs: number): number | null {
  let fromMs = nowMs;
  for (const days of STAGES_DAYS) {
    const toMs = nowMs + days * DAY_MS;
    const startMs = firstFree(entry, nowMs, fromMs, toMs);
    if (startMs !== null) return startMs;
    fromMs = toMs;
  }
  return null;
}

/** The earliest start of any resource of the service in the range, up to its booking horizon. */
function firstFree(entry: Entry, nowMs: number, fromMs: number, toMs: number): number | null {
  const starts = questionsOf(entry, nowMs, fromMs, toMs).flatMap(
    (input) => firstFreeStart(input) ?? [],
  );
  return starts.length === 0 ? null : Math.min(...starts.map((start) => Date.parse(start)));
}

/** What to ask the slot engine for the range, up to the service's booking horizon: one a resource. */
export function questionsOf(
  { service, provider }: Entry,
  nowMs: number,
  fromMs: number,
  toMs: number,
): AvailabilityInput[] {
  const untilMs = Math.min(toMs, nowMs + service.horizonDays * DAY_MS);
  if (fromMs >= untilMs) return [];
  return service.resourceIds.map((resourceId) => ({
    timezone: provider.timeZone,
    rules: provider.rules,
    overrides: provider.overrides,
    bookings: provider.busy.flatMap(({ expiresAt, ...busy }) =>
      busy.resourceId === resourceId
        ? [{ ...busy, ...(expiresAt !== undefined && { expiresAt }) }]
        : [],
    ),
    service,
    now: new Date(nowMs).toISOString(),
    range: { from: new Date(fromMs).toISOString(), to: new Date(untilMs).toISOString() },
  }));
}

/** Time passing only removes starts, but an expiring hold gives one back. */
function remember({ service, provider }: Entry, nowMs: number, startMs: number | null): Known {
  const lastsMs =
    startMs === null ? nowMs + NOTHING_FREE_MS : startMs - service.minNoticeMin * MINUTE_MS + 1;
  const expiriesMs = provider.busy.flatMap(({ expiresAt }) => {
    const expiryMs = expiresAt === undefined ? 0 : Date.parse(expiresAt);
    return expiryMs > nowMs ? [expiryMs] : [];
  });
  return { startMs, untilMs: Math.min(lastsMs, ...expiriesMs) };
}

function localDay(date: string, timeZone: string): { fromMs: number; toMs: number } {
  const day = Temporal.PlainDate.from(date);
  return {
    fromMs: day.toZonedDateTime(timeZone).epochMilliseconds,
    toMs: day.add({ days: 1 }).toZonedDateTime(timeZone).epochMilliseconds,
  };
}
