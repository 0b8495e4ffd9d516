import { randomUUID } from 'node:crypto';
import { type ApiInfo, type ServiceSettings, serveOpenApi, serviceApp } from '../shared/lambda';
import { type KnownReleases, serveVitals } from '../shared/vitals';
import type { CatalogPorts } from './context';
import * as routes from './contract';
import { marketOf } from './market-of';
import { getProvider } from './use-cases/get-provider';
import { getService } from './use-cases/get-service';
import { listPages } from './use-cases/list-pages';
import { listServices } from './use-cases/list-services';
import { suggest } from './use-cases/suggest';

export const catalogApi: ApiInfo = {
  title: 'Catalogue',
  version: '1.0.0',
  description:
    'Find services and providers. Public: no token is read, nothing personal is answered.',
};

type CatalogSettings = Pick<ServiceSettings, 'publicOrigin' | 'log' | 'metrics' | 'now'> & {
  isKnownRelease?: KnownReleases;
};

export function createApp(settings: CatalogSettings, ports: CatalogPorts) {
  const { log, metrics, now } = settings;
  const app = serviceApp<CatalogPorts>({ log });
  serveOpenApi(app, '/api/catalog/openapi.json', catalogApi);
  serveVitals(app, routes.reportVitals, settings, settings.isKnownRelease);
  app.use('/api/catalog/*', async (c, next) => {
    const request = {
      actor: { kind: 'anonymous' },
      now: now(),
      operationId: randomUUID(),
    } as const;
    c.set('ctx', { ...ports, ...request, log, metrics });
    await next();
    c.header('cache-control', 'no-store');
  });
  return app
    .openapi(routes.listServices, async (c) => {
      const query = c.req.valid('query');
      const market = marketOf(c.req.raw.headers, query.market);
      return c.json(await listServices(c.var.ctx, { market, query }), 200);
    })
    .openapi(routes.getService, async (c) => {
      const { id: serviceId } = c.req.valid('param');
      return c.json(await getService(c.var.ctx, { serviceId }), 200);
    })
    .openapi(routes.getProvider, async (c) => {
      return c.json(await getProvider(c.var.ctx, c.req.valid('param')), 200);
    })
    .openapi(routes.suggest, async (c) => {
      const { q: text, market } = c.req.valid('query');
      const input = { market: marketOf(c.req.raw.headers, market), text };
      return c.json(await suggest(c.var.ctx, input), 200);
    })
    .openapi(routes.listPages, async (c) => {
      const market = marketOf(c.req.raw.headers, c.req.valid('query').market);
      return c.json(await listPages(c.var.ctx, { market }), 200);
    });
}
