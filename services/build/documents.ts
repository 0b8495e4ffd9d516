import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { OpenAPIHono, type RouteConfig } from '@hono/zod-openapi';
import { bookingApi } from '../booking/app';
import * as booking from '../booking/contract';
import { catalogApi } from '../catalog/app';
import * as catalog from '../catalog/contract';
import { paymentsApi } from '../payments/app';
import * as payments from '../payments/contract';
import { providerApi } from '../provider/app';
import * as provider from '../provider/contract';
import type { ApiInfo } from '../shared/lambda';
import { openApi31 } from '../shared/lambda';

const APIS: Record<string, { contract: object; info: ApiInfo }> = {
  catalog: { contract: catalog, info: catalogApi },
  booking: { contract: booking, info: bookingApi },
  provider: { contract: provider, info: providerApi },
  payments: { contract: payments, info: paymentsApi },
};

const isRoute = (value: unknown): value is RouteConfig =>
  typeof value === 'object' && value !== null && 'method' in value && 'responses' in value;

function appOf(contract: object): OpenAPIHono {
  const app = new OpenAPIHono();
  for (const route of Object.values(contract).filter(isRoute)) {
    app.openAPIRegistry.registerPath(route);
  }
  return app;
}

/** Writes each service's document twice: 3.1 for people and clients, 3.0.3 for API Gateway's import. */
export async function writeDocuments(out: string): Promise<void> {
  await mkdir(out, { recursive: true });
  for (const [name, { contract, info }] of Object.entries(APIS)) {
    const app = appOf(contract);
    const gateway = app.getOpenAPIDocument({ openapi: '3.0.3', info });
    await writeFile(join(out, `${name}.json`), JSON.stringify(openApi31(app, info), null, 2));
    await writeFile(join(out, `${name}.3.0.json`), JSON.stringify(gateway, null, 2));
  }
}
