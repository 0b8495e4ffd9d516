import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Env } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { vitalsRoute } from '../contract';
import { ProblemError, requireSameOrigin, type ServiceSettings } from '../lambda';
import { type KnownReleases, knownReleases, servedAt } from './known-releases';
import { rateLimit, viewerAddress } from './rate-limit';

const MAX_BYTES = 1_024;
/** A page sends one or two; an office behind one address sends many. */
const LIMIT = { burst: 240, perSecond: 4 };

type Settings = Pick<ServiceSettings, 'publicOrigin' | 'metrics' | 'now'>;

/**
 * Takes what browsers saw of a slice and counts it by release. Only from our own pages, small, rarely
 * enough, and only about releases that exist. Call it before the middleware of signed-in routes.
 */
export function serveVitals<E extends Env>(
  app: OpenAPIHono<E>,
  route: ReturnType<typeof vitalsRoute>,
  { publicOrigin, metrics, now }: Settings,
  isKnown: KnownReleases = knownReleases({ now, isThere: servedAt(publicOrigin) }),
): void {
  const mayGoOn = rateLimit(LIMIT);
  app.use(
    route.path,
    bodyLimit({
      maxSize: MAX_BYTES,
      onError: () => {
        throw new ProblemError('TOO_LARGE');
      },
    }),
  );
  app.use(route.path, async (c, next) => {
    requireSameOrigin(c.req.method, c.req.raw.headers, publicOrigin);
    if (!mayGoOn(viewerAddress(c.req.header('x-forwarded-for')), now().getTime())) {
      throw new ProblemError('THROTTLED');
    }
    await next();
  });
  app.openapi(route, async (c) => {
    const report = c.req.valid('json');
    if (!(await isKnown(report.slice, report.release))) throw new ProblemError('NOT_FOUND');
    metrics.ofSlice({ ...report, views: report.views === 1 ? 1 : 0 });
    return c.body(null, 204);
  });
}
