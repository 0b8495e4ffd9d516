import type { KeySpec } from '../../template/types';
import type { ResponseType } from './gateway-response';
import { tokenBucket } from './throttle';

const DAY_MS = 24 * 60 * 60_000;

/** Says why the holder of a key is refused now, if so. */
export type KeyCheck = (given: string | string[] | undefined) => ResponseType | undefined;

/** Counts what each key asks against its usage plan: a token bucket, and a number a day in UTC. */
export function makeKeyCheck(keys: readonly KeySpec[], now: () => number = Date.now): KeyCheck {
  const plans = new Map(
    keys.map(({ value, throttle, requestsPerDay }) => [
      value,
      {
        mayPass: throttle ? tokenBucket(throttle, now) : () => true,
        isLeft: requestsPerDay === undefined ? () => true : quota(requestsPerDay, now),
      },
    ]),
  );
  return (given) => {
    const plan = plans.get(String(given));
    if (!plan) return 'INVALID_API_KEY';
    if (!plan.mayPass()) return 'THROTTLED';
    return plan.isLeft() ? undefined : 'QUOTA_EXCEEDED';
  };
}

function quota(requestsPerDay: number, now: () => number): () => boolean {
  let [day, used] = [0, 0];
  return () => {
    const today = Math.floor(now() / DAY_MS);
    [day, used] = [today, day === today ? used + 1 : 1];
    return used <= requestsPerDay;
  };
}
