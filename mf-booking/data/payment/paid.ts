import type { Booking } from '@marketplace/services/booking/contract';

/**
 * Whether money was taken for certain. A cancelled booking without a refund may never have been charged,
 * so nothing is claimed about it.
 */
export const isPaid = ({ state, refundedMinor }: Pick<Booking, 'state' | 'refundedMinor'>) =>
  ['confirmed', 'completed', 'no_show'].includes(state) || refundedMinor > 0;
