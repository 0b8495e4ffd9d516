import type { ServiceSettings } from '../lambda';
import { silentLog, silentMetrics } from '../observability';
import { fakeAuth } from './fake-auth';

export const TEST_ORIGIN = 'https://market.test';

/** A clock that tests set. */
export interface TestClock {
  now(): Date;
  set(instant: string): void;
  advance(seconds: number): void;
}

export function testClock(start: string): TestClock {
  let ms = Date.parse(start);
  return {
    now: () => new Date(ms),
    set: (instant) => {
      ms = Date.parse(instant);
    },
    advance: (seconds) => {
      ms += seconds * 1000;
    },
  };
}

/** Settings of a service under test: our origin, a clock, users by `tokenOf`. */
export function testSettings(clock: Pick<TestClock, 'now'>): ServiceSettings {
  return {
    publicOrigin: TEST_ORIGIN,
    auth: fakeAuth,
    log: silentLog,
    metrics: silentMetrics,
    now: clock.now,
  };
}
