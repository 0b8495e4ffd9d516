import type { Payout } from '../../shared/payments';
import { type PayoutItem, written } from '../../shared/table';
import type { ProcessorContext } from './context';

/** Enters a payout in the ledger of the provider whose account it left, and once more if it came back. */
export async function keepPayout(
  { table, payments, log }: ProcessorContext,
  { payoutId, account }: { payoutId: string; account: string },
): Promise<void> {
  const { providerId } = await payments.readAccount(account);
  if (providerId === undefined) {
    return log.warn('A payout left an account that names no provider', { payoutId, account });
  }
  const payout = await payments.readPayout(payoutId, account);
  for (const entry of entriesOf(payout, { ownerId: providerId, account })) {
    await written(table.payout.create(entry).go());
  }
}

function entriesOf(
  { id, amountMinor, at, currency, returned }: Payout,
  owner: Pick<PayoutItem, 'ownerId' | 'account'>,
) {
  const entry = (stripeId: string, minor: number, when: Date) => ({
    ...owner,
    type: 'payout' as const,
    stripeId,
    amountMinor: minor,
    currency,
    at: when.toISOString(),
  });
  return [
    entry(id, amountMinor, at),
    ...(returned ? [entry(returned.id, -returned.amountMinor, returned.at)] : []),
  ];
}
