import type { ThrottleSpec } from '../../template/types';
import type { Route } from './openapi';

/** Says whether a request to the route may pass now. */
export type Throttle = (route: Route) => boolean;

interface Rate {
  ratePerSecond: number;
  burst: number;
}

/** A token bucket: says whether one more may pass now. */
export function tokenBucket({ ratePerSecond, burst }: Rate, now: () => number = Date.now) {
  let [tokens, atMs] = [burst, now()];
  return (): boolean => {
    const refilled = ((now() - atMs) / 1000) * ratePerSecond;
    [tokens, atMs] = [Math.min(burst, tokens + refilled), now()];
    if (tokens < 1) return false;
    tokens -= 1;
    return true;
  };
}

/** Token buckets, one a method of a resource, filled at the rate that the stage sets for it. */
export function makeThrottle(specs: ThrottleSpec[], now: () => number = Date.now): Throttle {
  const buckets = new Map<string, () => boolean>();
  return (route) => {
    const spec = specFor(specs, route);
    if (!spec) return true;
    const key = `${route.method} ${route.resource}`;
    const mayPass = buckets.get(key) ?? tokenBucket(spec, now);
    buckets.set(key, mayPass);
    return mayPass();
  };
}

/** The setting of the method wins over the stage's. */
function specFor(specs: ThrottleSpec[], route: Route): ThrottleSpec | undefined {
  const exact = specs.find(
    ({ resourcePath, httpMethod }) =>
      resourcePath.slice(1).replaceAll('~1', '/') === route.resource &&
      (httpMethod === route.method || httpMethod === '*'),
  );
  return exact ?? specs.find(({ resourcePath }) => resourcePath === '/*');
}
