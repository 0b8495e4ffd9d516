import type { BookingState } from '@marketplace/services/domain/process';
import {
  type BookingItem,
  type ProviderItem,
  type ServiceItem,
  withStatus,
} from '@marketplace/services/shared/table';
import type { BookingRow } from '../../source/rows';
import { Rejected } from '../findings';
import { timedIdOf } from '../ids';
import type { NoteMend } from '../items';
import { instantOf, minorOf } from '../values';
import type { Paid } from './payment';

const STATES: Record<string, BookingState> = {
  // Never paid: whoever was about to pay starts anew.
  pending: 'expired',
  confirmed: 'confirmed',
  completed: 'completed',
  no_show: 'no_show',
  cancelled: 'cancelled',
  declined: 'declined',
};

/** Where the booking belongs, already as it stands here. */
export interface Booked {
  provider: ProviderItem;
  service: ServiceItem;
  paid: Paid | undefined;
}

/** A booking on the terms it was made on; it claims nothing yet. @throws Rejected */
export function bookingOf(row: BookingRow, booked: Booked, mend: NoteMend): BookingItem {
  const { provider, service, paid } = booked;
  const times = timesOf(row);
  const state = STATES[row.status ?? ''];
  if (!state) throw new Rejected('UNKNOWN_STATUS', row.status ?? undefined);
  if (state === 'expired') mend('PENDING_EXPIRED');
  const bookingId = timedIdOf(row.id, times.createdAt);
  const { street, postcode, city } = provider.place;
  return {
    bookingId,
    ...withStatus('BOOKING', bookingId, state),
    version: 1,
    ...(row.account_id !== null && { customerId: row.account_id }),
    isGuest: row.customer_id === null,
    providerId: provider.providerId,
    serviceId: service.serviceId,
    resourceId: provider.providerId,
    ...times,
    seats: Math.max(1, row.seats ?? 1),
    serviceTitle: service.title,
    providerName: provider.name,
    providerSlug: provider.slug,
    timeZone: provider.timeZone,
    address: [street, [postcode, city].filter(Boolean).join(' ')].filter(Boolean).join(', '),
    bufferBefore: service.bufferBefore,
    bufferAfter: service.bufferAfter,
    capacity: service.capacity,
    policy: service.policy,
    requiresApproval: service.requiresApproval,
    ...priceOf(row, booked, mend),
    refundDueMinor: paid?.refundedMinor ?? 0,
    refundedMinor: paid?.refundedMinor ?? 0,
    ...(paid?.refundedAt !== undefined && { refundDueAt: paid.refundedAt }),
    stripeAccountId: provider.stripeAccountId ?? '',
    ...(paid && { paymentIntentId: paid.paymentIntentId, paidAt: paid.paidAt }),
  };
}

function timesOf(row: BookingRow) {
  const [startsAt, endsAt] = [instantOf(row.starts_at), instantOf(row.ends_at)];
  const createdAt = instantOf(row.created_at);
  if (startsAt === undefined || endsAt === undefined || createdAt === undefined) {
    throw new Rejected('BAD_TIMESTAMP');
  }
  if (endsAt <= startsAt) throw new Rejected('ENDS_BEFORE_START');
  return { startsAt, endsAt, createdAt, updatedAt: instantOf(row.updated_at) ?? createdAt };
}

/** The price as agreed; where money was taken, what was taken stands. */
function priceOf(row: BookingRow, { service, paid }: Booked, mend: NoteMend) {
  const [base, total] = [minorOf(row.base_cents), minorOf(row.total_cents)];
  const [surcharge, fee] = [minorOf(row.surcharge_cents), minorOf(row.fee_cents)];
  if (base === undefined || surcharge === undefined) throw new Rejected('AMOUNT_NOT_EXACT');
  if (total === undefined || fee === undefined) throw new Rejected('AMOUNT_NOT_EXACT');
  if (Math.min(base, surcharge, total, fee) < 0) throw new Rejected('NEGATIVE_MONEY');
  if (base + surcharge !== total || fee > total) throw new Rejected('MONEY_DOES_NOT_ADD_UP');
  const currency = (row.currency ?? '').toUpperCase();
  if (currency !== service.currency) throw new Rejected('OTHER_CURRENCY', currency);
  if (!paid || (paid.totalMinor === total && paid.feeMinor === fee)) {
    return {
      baseMinor: base,
      surchargeMinor: surcharge,
      totalMinor: total,
      applicationFeeMinor: fee,
      providerNetMinor: total - fee,
      currency,
    };
  }
  mend('PRICE_OF_PAYMENT');
  return {
    baseMinor: base,
    surchargeMinor: paid.totalMinor - base,
    totalMinor: paid.totalMinor,
    applicationFeeMinor: paid.feeMinor,
    providerNetMinor: paid.totalMinor - paid.feeMinor,
    currency,
  };
}
