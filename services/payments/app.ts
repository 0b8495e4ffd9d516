import { type ApiInfo, type ServiceSettings, serviceApp } from '../shared/lambda';
import type { MarketTable } from '../shared/table';
import { receiveConnectEvent, receiveEvent } from './contract';
import { keepEvent } from './keep-event';
import { verifiedEvent } from './verified-event';

const MS_PER_SECOND = 1000;

export const paymentsApi: ApiInfo = {
  title: 'Payments',
  version: '1.0.0',
  description: 'Where Stripe reports what happened to money. Nobody else has anything to say here.',
};

export interface WebhookSecrets {
  platform: string;
  connect: string;
}

type PaymentsSettings = Pick<ServiceSettings, 'log' | 'metrics' | 'now'>;

export function createApp(
  { log, metrics, now }: PaymentsSettings,
  { table, secrets }: { table: MarketTable; secrets: WebhookSecrets },
) {
  const keep = async (request: Request, secret: string) => {
    const signature = request.headers.get('stripe-signature') ?? '';
    const event = await verifiedEvent(await request.text(), signature, secret, now());
    const isNew = await keepEvent({ table, now: now() }, event);
    metrics.measure('WebhookAge', now().getTime() / MS_PER_SECOND - event.created);
    metrics.count(isNew ? 'WebhookKept' : 'WebhookRepeated');
    log.info('Webhook received', { eventId: event.id, type: event.type, isNew });
    return { received: true } as const;
  };
  return serviceApp({ log })
    .openapi(receiveEvent, async (c) => c.json(await keep(c.req.raw, secrets.platform), 200))
    .openapi(receiveConnectEvent, async (c) => c.json(await keep(c.req.raw, secrets.connect), 200));
}
