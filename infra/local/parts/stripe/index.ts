import { join } from 'node:path';
import type { Log, Part } from '../../part';
import { loadState, saveBehind } from '../../state-file';
import { handleApi } from './http/api';
import { IdempotencyKeys, type StoredAnswer } from './http/idempotency';
import { close, createHttpServer, listen } from './http/server';
import { Troubles } from './http/trouble';
import { paymentIntentRoutes } from './intents/routes';
import { accountRoutes } from './objects/accounts';
import { applicationFeeRoutes } from './objects/application-fees';
import { balanceRoutes } from './objects/balance/balance';
import { stepOf } from './objects/balance/currencies';
import { payoutRoutes } from './objects/balance/payouts';
import { chargeRoutes } from './objects/charges';
import { customerRoutes } from './objects/customers/customers';
import { paymentMethodRoutes } from './objects/customers/payment-methods';
import { disputeRoutes } from './objects/disputes';
import { eventRoutes } from './objects/events';
import { refundRoutes } from './objects/refunds';
import { transferRoutes } from './objects/transfers';
import { createControls, type StripeControls } from './sim/controls';
import { handleSim } from './sim/handle';
import { type Snapshot, Store } from './state/store';
import { Webhooks } from './webhooks/webhooks';
import type { RequestRef, World } from './world';
import { eventEmitter } from './world-events';

export type { EventView, StripeControls } from './sim/controls';

export interface StripeOptions {
  port: number;
  stateDir: string;
  /** Origin of the site whose pages call the API with a publishable key. */
  publicOrigin: string;
  webhooks: { platformUrl: string; connectUrl: string };
  /** Signing secrets of the two endpoints (`whsec_…`). */
  secrets: { platform: string; connect: string };
  log: Log;
}

export interface StripePart extends Part {
  controls: StripeControls;
}

interface SavedState {
  store: Snapshot;
  keys: [string, StoredAnswer][];
  undelivered: string[];
}

const NO_REQUEST: RequestRef = { id: null, idempotencyKey: null };

const ROUTES = [
  ...accountRoutes,
  ...applicationFeeRoutes,
  ...balanceRoutes,
  ...chargeRoutes,
  ...customerRoutes,
  ...disputeRoutes,
  ...eventRoutes,
  ...paymentIntentRoutes,
  ...paymentMethodRoutes,
  ...payoutRoutes,
  ...refundRoutes,
  ...transferRoutes,
];

/** European card pricing, 1.4% + 25, in whole steps of the currency. */
function stripeFeeMinor(amountMinor: number, currency: string): number {
  const step = stepOf(currency);
  return Math.round((amountMinor * 14) / 1000 / step) * step + 25 * step;
}

const nowSeconds = () => Math.floor(Date.now() / 1000);

/** Starts the Stripe stand-in: the API, its pages and controls under `/_sim/`, and webhooks. */
export async function startStripe(options: StripeOptions): Promise<StripePart> {
  const { port, stateDir, log } = options;
  const stateFile = join(stateDir, 'stripe.json');
  const url = `http://127.0.0.1:${port}`;
  const store = new Store();
  const keys = new IdempotencyKeys(nowSeconds);
  const troubles = new Troubles();
  let request = NO_REQUEST;
  const webhooks = new Webhooks({
    platform: { url: options.webhooks.platformUrl, secret: options.secrets.platform },
    connect: { url: options.webhooks.connectUrl, secret: options.secrets.connect },
    findEvent: (id) => store.find('event', id),
    onDelivered: (event) => store.patch(event, { pending_webhooks: 0 }),
    log,
  });
  const emit = eventEmitter(
    store,
    nowSeconds,
    () => request,
    (id) => webhooks.send(id),
  );
  const world: World = { store, ownOrigin: url, nowSeconds, stripeFeeMinor, emit };
  const controls = createControls(world, webhooks, troubles, keys);

  const saved = await loadState<SavedState>(stateFile);
  if (saved) {
    store.restore(saved.store);
    keys.restore(saved.keys);
    for (const id of saved.undelivered) webhooks.send(id);
  }
  const saver = saveBehind(stateFile, () => ({
    store: store.snapshot(),
    keys: keys.snapshot(),
    undelivered: webhooks.unfinished(),
  }));
  store.changed = saver.touch;

  const startRequest = (next: RequestRef) => {
    request = next;
  };
  const api = { world, routes: ROUTES, keys, troubles, startRequest };
  const server = createHttpServer(
    options.publicOrigin,
    (req, res, requestUrl, body) =>
      requestUrl.pathname.startsWith('/_sim/')
        ? handleSim(world, controls, req, res, requestUrl, body)
        : handleApi(api, req, res, requestUrl, body),
    (error) => log({ source: 'stripe', level: 'error', message: String(error) }),
  );
  await listen(server, port);

  return {
    name: 'stripe',
    url,
    controls,
    health: async () => ({
      ready: server.listening,
      detail: `${store.count('payment_intent')} payments, ${store.count('event')} events`,
    }),
    stop: async () => {
      webhooks.stop();
      await close(server);
      await saver.end();
    },
  };
}
