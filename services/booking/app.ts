import { noCache } from '../shared/cache';
import {
  type ApiInfo,
  idempotentWrites,
  type ServiceSettings,
  serveOpenApi,
  serviceApp,
  withContext,
} from '../shared/lambda';
import { serveVitals } from '../shared/vitals';
import type { BookingPorts } from './context';
import * as routes from './contract';
import { serveSlots } from './slots/serve-slots';
import { claim } from './use-cases/account/claim';
import { claimPast } from './use-cases/account/claim-past';
import { reprice } from './use-cases/account/reprice';
import { cancel } from './use-cases/cancel';
import { declineMove } from './use-cases/decline-move';
import { getBooking } from './use-cases/get-booking';
import { getCalendar } from './use-cases/get-calendar';
import { listBookings } from './use-cases/list-bookings';
import { requestBooking, requestedBefore } from './use-cases/request-booking';
import { reschedule } from './use-cases/reschedule';
import { review } from './use-cases/review';

export const bookingApi: ApiInfo = {
  title: 'Booking',
  version: '1.0.0',
  description: 'Free times, holds and bookings of customers, with an account or without.',
};

export function createApp(settings: ServiceSettings, ports: BookingPorts) {
  const app = serviceApp<BookingPorts>(settings);
  serveOpenApi(app, '/api/booking/openapi.json', bookingApi);
  serveVitals(app, routes.reportVitals, settings);
  app.use(
    '/api/booking/bookings/*',
    withContext(settings, ports),
    idempotentWrites(requestedBefore),
  );
  // Where there is an API Gateway, it sends these to a function of their own.
  serveSlots(app, { table: ports.table, cache: noCache, now: settings.now });
  return app
    .openapi(routes.requestBooking, async (c) =>
      c.json(await requestBooking(c.var.ctx, c.req.valid('json')), 201),
    )
    .openapi(routes.listBookings, async (c) =>
      c.json(await listBookings(c.var.ctx, c.req.valid('query')), 200),
    )
    .openapi(routes.getBooking, async (c) => {
      const { id: bookingId } = c.req.valid('param');
      return c.json(await getBooking(c.var.ctx, { bookingId }), 200);
    })
    .openapi(routes.cancelBooking, async (c) => {
      const input = { ...c.req.valid('json'), bookingId: c.req.valid('param').id };
      return c.json(await cancel(c.var.ctx, input), 200);
    })
    .openapi(routes.rescheduleBooking, async (c) => {
      const input = { ...c.req.valid('json'), bookingId: c.req.valid('param').id };
      return c.json(await reschedule(c.var.ctx, input), 200);
    })
    .openapi(routes.declineMove, async (c) => {
      const input = { ...c.req.valid('json'), bookingId: c.req.valid('param').id };
      return c.json(await declineMove(c.var.ctx, input), 200);
    })
    .openapi(routes.reviewBooking, async (c) => {
      const input = { ...c.req.valid('json'), bookingId: c.req.valid('param').id };
      return c.json(await review(c.var.ctx, input), 200);
    })
    .openapi(routes.claimBooking, async (c) => {
      const input = { ...c.req.valid('json'), bookingId: c.req.valid('param').id };
      return c.json(await claim(c.var.ctx, input), 200);
    })
    .openapi(routes.claimPastBookings, async (c) => c.json(await claimPast(c.var.ctx), 200))
    .openapi(routes.repriceBooking, async (c) => {
      const input = { ...c.req.valid('json'), bookingId: c.req.valid('param').id };
      return c.json(await reprice(c.var.ctx, input), 200);
    })
    .openapi(routes.getCalendar, async (c) => {
      const { id: bookingId } = c.req.valid('param');
      const { t: token } = c.req.valid('query');
      const calendar = await getCalendar(c.var.ctx, { bookingId, token });
      return c.body(calendar, 200, {
        'content-type': 'text/calendar; charset=utf-8',
        'content-disposition': `attachment; filename="booking-${bookingId}.ics"`,
      });
    });
}
