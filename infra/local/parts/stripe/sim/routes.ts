import { StripeFault } from '../http/fault';
import type { FormTree, FormValue } from '../http/form';
import { Params } from '../http/params';
import { idOf } from '../state/ids';
import type { World } from '../world';
import type { StripeControls } from './controls';

type SimHandler = (input: { params: Params; id: string }) => object;

const EVENTS_SHOWN = 100;

/** JSON as the form it would have been, so that one reader serves both. */
function asForm(value: unknown): FormValue {
  if (Array.isArray(value)) return value.map(asForm);
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, asForm(item)]));
  }
  return String(value ?? '');
}

/** Reads a control's JSON body. @throws StripeFault when it is not JSON */
export function jsonParams(body: string): Params {
  try {
    return new Params(body === '' ? {} : (asForm(JSON.parse(body)) as FormTree));
  } catch {
    throw new StripeFault(400, {
      type: 'invalid_request_error',
      message: 'The body must be JSON.',
    });
  }
}

function chargeId(world: World, params: Params): string {
  const charge = params.string('charge');
  if (charge) return charge;
  const intent = world.store.get('payment_intent', params.required('payment_intent'));
  return idOf(intent.latest_charge) ?? '';
}

function amountOf(params: Params): { amount?: number } {
  const amount = params.integer('amount');
  return amount === undefined ? {} : { amount };
}

function accountsOf(params: Params) {
  return params.objects('accounts').map((item) => {
    const country = item.string('country');
    const currency = item.string('currency');
    const metadata = item.metadata();
    return {
      id: item.required('id'),
      email: item.string('email') ?? null,
      ...(country ? { country } : {}),
      ...(currency ? { currency } : {}),
      metadata,
    };
  });
}

function webhookRoutes(controls: StripeControls): Record<string, SimHandler> {
  return {
    'POST /_sim/webhooks/hold': () => {
      controls.hold();
      return controls.webhooks();
    },
    'POST /_sim/webhooks/release': ({ params }) => {
      const order = params.oneOf('order', ['arrival', 'reverse', 'shuffle']);
      controls.release(order, params.integer('seed'));
      return controls.webhooks();
    },
    'POST /_sim/webhooks/unkind': ({ params }) => {
      controls.beUnkind({
        maxDelayMs: params.integer('maxDelayMs') ?? 0,
        duplicatePercent: params.integer('duplicatePercent') ?? 0,
        seed: params.integer('seed') ?? 1,
      });
      return controls.webhooks();
    },
    'POST /_sim/events/:id/resend': ({ params, id }) => {
      controls.resend(id, params.integer('copies'), params.integer('delayMs'));
      return controls.webhooks();
    },
    'GET /_sim/events': () => ({ events: controls.events(EVENTS_SHOWN) }),
    'GET /_sim/state': () => ({ counts: controls.counts(), webhooks: controls.webhooks() }),
  };
}

/** Controls over HTTP, by `METHOD /path`; `:id` stands for one segment. */
export function simRoutes(world: World, controls: StripeControls): Record<string, SimHandler> {
  return {
    ...webhookRoutes(controls),
    'POST /_sim/disputes': ({ params }) =>
      controls.openDispute(chargeId(world, params), {
        ...amountOf(params),
        reason: params.string('reason') ?? 'fraudulent',
      }),
    'POST /_sim/disputes/:id/close': ({ params, id }) =>
      controls.closeDispute(id, params.oneOf('outcome', ['won', 'lost']) ?? 'lost'),
    'POST /_sim/payouts': ({ params }) =>
      controls.createPayout(params.required('account'), {
        ...amountOf(params),
        currency: params.required('currency'),
      }),
    'POST /_sim/accounts': ({ params }) => {
      const accounts = accountsOf(params);
      controls.addAccounts(accounts);
      return { accounts: accounts.map(({ id }) => id) };
    },
    'POST /_sim/accounts/:id': ({ params, id }) =>
      controls.setOnboarded(id, params.boolean('onboarded')),
    'POST /_sim/troubles': ({ params }) => {
      controls.troubles.add({
        match: params.required('match'),
        mode: params.oneOf('mode', ['fail', 'lose-answer', 'rate-limit', 'delay']) ?? 'fail',
        times: params.integer('times') ?? 1,
        delayMs: params.integer('delayMs') ?? 0,
      });
      return { ok: true };
    },
    'DELETE /_sim/keys': () => {
      controls.forgetIdempotencyKeys();
      return { ok: true };
    },
    'DELETE /_sim/troubles': () => {
      controls.troubles.clear();
      return { ok: true };
    },
  };
}
