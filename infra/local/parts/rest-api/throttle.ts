import type { ThrottleSpec } from '../../template/types';
import type { Route } from './openapi';

/** Says whether a request to the route may pass now. */
export type Throttle = (route: Route) => boolean;

/** Token buckets, one a method of a resource, filled at the rate that the stage sets for it. */
export function makeThrottle(specs: ThrottleSpec[], now: () => number = Date.now): Throttle {
  const buckets = new Map<string, { tokens: number; atMs: number }>();
  return (route) => {
    const spec = specFor(specs, route);
    if (!spec) return true;
    const key = `${route.method} ${route.resource}`;
    const bucket = buckets.get(key) ?? { tokens: spec.burst, atMs: now() };
    const refilled = ((now() - bucket.atMs) / 1000) * spec.ratePerSecond;
    const tokens = Math.min(spec.burst, bucket.tokens + refilled);
    const passes = tokens >= 1;
    buckets.set(key, { tokens: passes ? tokens - 1 : tokens, atMs: now() });
    return passes;
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
