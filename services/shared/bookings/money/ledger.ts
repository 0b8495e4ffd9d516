import type { LedgerEntryType } from '../../../domain/money';
import type { Charge } from '../../payments';
import { type BookingItem, type LedgerItem, written } from '../../table';
import type { BookingsContext } from '../context';

/** The platform's own Stripe account; connected accounts go by their ids. */
export const PLATFORM_ACCOUNT = 'platform';

export interface Movement {
  type: LedgerEntryType;
  stripeId: string;
  amountMinor: number;
  currency: string;
  at: Date;
}

/** The entry of a movement, for a transaction or a write of its own. */
export function ledgerEntry(
  { bookingId, providerId }: Pick<BookingItem, 'bookingId' | 'providerId'>,
  { at, ...movement }: Movement,
) {
  return {
    bookingId,
    ownerId: providerId,
    account: PLATFORM_ACCOUNT,
    at: at.toISOString(),
    ...movement,
  };
}

/** Every movement of a booking, strongly consistent. */
export async function bookingLedger(
  { table }: Pick<BookingsContext, 'table'>,
  { bookingId }: Pick<BookingItem, 'bookingId'>,
): Promise<LedgerItem[]> {
  const query = table.ledger.query.primary({ bookingId });
  return (await query.go({ pages: 'all', consistent: true })).data;
}

/** Appends movements; those that stand in the ledger already stay as they are. */
export async function appendMovements(
  { table }: Pick<BookingsContext, 'table'>,
  booking: BookingItem,
  movements: readonly Movement[],
): Promise<void> {
  await Promise.all(
    movements.map((movement) => written(table.ledger.create(ledgerEntry(booking, movement)).go())),
  );
}

/** What a charge moved: the whole total to the provider, the fee back, and Stripe's own fee. */
export function chargeMovements(charge: Charge, currency: string): Movement[] {
  const { createdAt: at, transfer, applicationFee, stripeFee } = charge;
  const movement = (
    type: LedgerEntryType,
    moved: { id: string; amountMinor: number; currency?: string } | undefined,
  ): Movement[] =>
    moved
      ? [
          {
            type,
            at,
            stripeId: moved.id,
            amountMinor: moved.amountMinor,
            currency: moved.currency ?? currency,
          },
        ]
      : [];
  return [
    ...movement('charge', charge),
    ...movement('transfer', transfer),
    ...movement('application_fee', applicationFee),
    ...movement('stripe_fee', stripeFee),
  ];
}
