export { acceptBooking, declineBooking } from './answer-request';
export { cancelBooking, refundNow } from './cancel';
export { type BookingChange, type CommitOutcome, commitBooking } from './commit/commit-booking';
export { commitOnFirstFree, ownResourceFirst } from './commit/commit-on-first-free';
export type { BookingsContext } from './context';
export { expireBooking } from './expire';
export { finishBooking } from './finish';
export { adoptRefunds } from './money/adopt-refunds';
export { intentIdOf, paymentOf } from './money/payment-of';
export { releasePayment } from './money/release-payment';
export { settleDispute } from './money/settle-dispute';
export { settlePayment } from './money/settle-payment';
export { settleRefund } from './money/settle-refund';
export { undoFailedRefunds } from './money/undo-failed-refunds';
export { dropMove, freeMoves, openProposal, proposeMove } from './move-proposal';
export { committed, moved } from './moved';
export { readBooking, requireBooking } from './read-booking';
export { refundableMinor, refundBooking } from './refund';
export {
  bookableUntil,
  freeSlots,
  isBookable,
  type Offer,
  offeredSlot,
  readOffer,
} from './slots/offer';
export { readClaims } from './slots/read-claims';
