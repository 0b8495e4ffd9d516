import { createRoute, z } from '@hono/zod-openapi';
import { problems } from '../shared/contract';

const webhook = (path: '/api/payments/stripe/webhook' | '/api/payments/stripe/connect-webhook') =>
  createRoute({
    method: 'post',
    path,
    operationId: path.endsWith('/webhook') ? 'receiveEvent' : 'receiveConnectEvent',
    summary: 'Takes a signed event of Stripe; it is kept once and worked on later',
    request: {
      headers: z.object({
        'stripe-signature': z
          .string()
          .max(2048)
          .optional()
          .openapi({ description: 'https://docs.stripe.com/webhooks#verify-events' }),
      }),
    },
    responses: {
      200: {
        description: 'The event is kept',
        content: { 'application/json': { schema: z.object({ received: z.literal(true) }) } },
      },
      ...problems(400, 503),
    },
  });

/** Events of the platform's own account. */
export const receiveEvent = webhook('/api/payments/stripe/webhook');
/** Events of connected accounts; signed with a secret of their own. */
export const receiveConnectEvent = webhook('/api/payments/stripe/connect-webhook');
