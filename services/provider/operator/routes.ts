import type { serviceApp } from '../../shared/lambda';
import type { ProviderPorts } from '../context';
import * as contract from './contract';
import { findBookings } from './find-bookings';
import { inspectBooking } from './inspect-booking';
import { listReconciliations } from './list-reconciliations';
import { decideOnProvider, listProviders } from './providers';
import { refundByOperator } from './refund-by-operator';

/** What operators do: look bookings up and refund, decide on providers, read the reconciliation. */
export function withOperator<App extends ReturnType<typeof serviceApp<ProviderPorts>>>(
  app: App,
): App {
  app
    .openapi(contract.findBookings, async (c) =>
      c.json(await findBookings(c.var.ctx, c.req.valid('query')), 200),
    )
    .openapi(contract.inspectBooking, async (c) =>
      c.json(await inspectBooking(c.var.ctx, { bookingId: c.req.valid('param').id }), 200),
    )
    .openapi(contract.refundByOperator, async (c) => {
      const input = { bookingId: c.req.valid('param').id, ...c.req.valid('json') };
      return c.json(await refundByOperator(c.var.ctx, input), 200);
    })
    .openapi(contract.listProviders, async (c) =>
      c.json(await listProviders(c.var.ctx, c.req.valid('query')), 200),
    )
    .openapi(contract.approveProvider, async (c) => {
      const input = { providerId: c.req.valid('param').id, decision: 'approve' } as const;
      return c.json(await decideOnProvider(c.var.ctx, input), 200);
    })
    .openapi(contract.suspendProvider, async (c) => {
      const input = { providerId: c.req.valid('param').id, decision: 'suspend' } as const;
      return c.json(await decideOnProvider(c.var.ctx, input), 200);
    })
    .openapi(contract.listReconciliations, async (c) =>
      c.json(await listReconciliations(c.var.ctx), 200),
    );
  return app;
}
