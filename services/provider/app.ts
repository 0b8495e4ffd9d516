import {
  type ApiInfo,
  idempotentWrites,
  type ServiceSettings,
  serveOpenApi,
  serviceApp,
  withContext,
} from '../shared/lambda';
import { serveVitals } from '../shared/vitals';
import { getAvailability } from './availability/get-availability';
import { putAvailability } from './availability/put-availability';
import { actOnBooking } from './bookings/act-on-booking';
import { listBookings } from './bookings/list-bookings';
import { listFreeMoves } from './bookings/list-free-moves';
import type { ProviderPorts } from './context';
import * as routes from './contract';
import { getEarnings } from './earnings/get-earnings';
import { getOnboarding } from './onboarding/get-onboarding';
import { startOnboarding } from './onboarding/start-onboarding';
import { withOperator } from './operator/routes';
import { getProfile } from './profile/get-profile';
import { updateProfile } from './profile/update-profile';
import { createService } from './services/create-service';
import { listOwnServices } from './services/list-own-services';
import { updateService } from './services/update-service';
import { createUpload } from './uploads/create-upload';

export const providerApi: ApiInfo = {
  title: 'Provider portal',
  version: '1.0.0',
  description: 'What a signed-in provider does: profile, services, hours, bookings and earnings.',
};

export function createApp(settings: ServiceSettings, ports: ProviderPorts) {
  const app = serviceApp<ProviderPorts>(settings);
  serveOpenApi(app, '/api/provider/openapi.json', providerApi);
  serveVitals(app, routes.reportVitals, settings);
  app.use('/api/provider/*', withContext(settings, ports), idempotentWrites());
  app
    .openapi(routes.getProfile, async (c) => c.json(await getProfile(c.var.ctx), 200))
    .openapi(routes.updateProfile, async (c) =>
      c.json(await updateProfile(c.var.ctx, c.req.valid('json')), 200),
    )
    .openapi(routes.listOwnServices, async (c) => c.json(await listOwnServices(c.var.ctx), 200))
    .openapi(routes.createService, async (c) =>
      c.json(await createService(c.var.ctx, c.req.valid('json')), 201),
    )
    .openapi(routes.updateService, async (c) => {
      const input = { serviceId: c.req.valid('param').id, changes: c.req.valid('json') };
      return c.json(await updateService(c.var.ctx, input), 200);
    })
    .openapi(routes.getAvailability, async (c) => c.json(await getAvailability(c.var.ctx), 200))
    .openapi(routes.putAvailability, async (c) =>
      c.json(await putAvailability(c.var.ctx, c.req.valid('json')), 200),
    )
    .openapi(routes.getEarnings, async (c) =>
      c.json(await getEarnings(c.var.ctx, c.req.valid('query')), 200),
    )
    .openapi(routes.createUpload, async (c) =>
      c.json(await createUpload(c.var.ctx, c.req.valid('json')), 201),
    )
    .openapi(routes.getOnboarding, async (c) => c.json(await getOnboarding(c.var.ctx), 200))
    .openapi(routes.startOnboarding, async (c) => c.json(await startOnboarding(c.var.ctx), 200));
  return withOperator(withBookings(app));
}

const ACTION_ROUTES = [
  ['accept', routes.acceptBooking],
  ['decline', routes.declineBooking],
  ['withdraw-move', routes.withdrawMove],
  ['complete', routes.completeBooking],
  ['no-show', routes.noShowBooking],
  ['cancel', routes.cancelByProvider],
] as const;

function withBookings(app: ReturnType<typeof serviceApp<ProviderPorts>>) {
  app
    .openapi(routes.listProviderBookings, async (c) =>
      c.json(await listBookings(c.var.ctx, c.req.valid('query')), 200),
    )
    .openapi(routes.listFreeMoves, async (c) => {
      const input = { bookingId: c.req.valid('param').id, ...c.req.valid('query') };
      return c.json(await listFreeMoves(c.var.ctx, input), 200);
    })
    .openapi(routes.proposeMove, async (c) => {
      const { id: bookingId } = c.req.valid('param');
      const { start } = c.req.valid('json');
      const input = { bookingId, action: 'propose-move', start } as const;
      return c.json(await actOnBooking(c.var.ctx, input), 200);
    });
  for (const [action, route] of ACTION_ROUTES) {
    app.openapi(route, async (c) => {
      const input = { bookingId: c.req.valid('param').id, action };
      return c.json(await actOnBooking(c.var.ctx, input), 200);
    });
  }
  return app;
}
