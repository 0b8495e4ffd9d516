import type { Anomaly } from '../anomaly';
import { grouped, type Model } from '../model';

/** What each kind of movement does to the balances of platform and connected account. */
const EFFECTS: Record<string, { platform: number; provider: number }> = {
  charge: { platform: 1, provider: 0 },
  transfer: { platform: -1, provider: 1 },
  application_fee: { platform: 1, provider: -1 },
  stripe_fee: { platform: -1, provider: 0 },
  refund: { platform: -1, provider: 0 },
  reversal: { platform: 1, provider: -1 },
  fee_refund: { platform: -1, provider: 1 },
  provider_debt: { platform: 0, provider: 0 },
};

/** The ledger says of every booking what Stripe moved, and adds up to Stripe's balances to the cent. */
export function checkLedger(model: Model): Anomaly[] {
  return [...bookingsThatDiffer(model), ...balancesThatDiffer(model)];
}

function bookingsThatDiffer({ entries, payments }: Model): Anomaly[] {
  const kept = grouped(entries, ({ bookingId }) => bookingId);
  const moved = grouped(payments, ({ bookingId }) => bookingId);
  return [...new Set([...kept.keys(), ...moved.keys()])].flatMap((bookingId) => {
    const ours = summary(kept.get(bookingId) ?? []);
    const theirs = summary((moved.get(bookingId) ?? []).flatMap((payment) => payment.moved));
    if (ours === theirs) return [];
    const message = `${bookingId}: the ledger says ${ours || 'nothing'}, Stripe ${theirs || 'nothing'}`;
    return [{ kind: 'ledger-differs' as const, message }];
  });
}

/** Every movement with its amount, sorted, as comparable text. */
function summary(movements: readonly { type: string; amountMinor: number }[]): string {
  return movements
    .filter(({ type }) => type !== 'provider_debt')
    .map(({ type, amountMinor }) => `${type} ${amountMinor}`)
    .sort()
    .join(', ');
}

function balancesThatDiffer(model: Model): Anomaly[] {
  const sums = new Map<string, number>();
  const add = (account: string, currency: string, amountMinor: number) => {
    const key = `${account} ${currency}`;
    sums.set(key, (sums.get(key) ?? 0) + amountMinor);
  };
  for (const { bookingId, type, amountMinor, currency } of model.entries) {
    const effect = EFFECTS[type] ?? { platform: 0, provider: 0 };
    const service = model.services.get(model.booking.get(bookingId)?.serviceId ?? '');
    add('platform', currency, effect.platform * amountMinor);
    add(service?.stripeAccountId ?? bookingId, currency, effect.provider * amountMinor);
  }
  return model.balances.flatMap(({ account, currency, netMinor }) => {
    const sum = sums.get(`${account} ${currency}`) ?? 0;
    if (sum === netMinor) return [];
    const message = `${account}: the ledger adds up to ${sum} ${currency}, Stripe holds ${netMinor}`;
    return [{ kind: 'balance-differs' as const, message }];
  });
}
