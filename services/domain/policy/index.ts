export {
  CANCELLATION_POLICIES,
  CANCELLATION_TERMS,
  type CancellationInput,
  type CancellationPolicy,
  type CancellationRefund,
  cancellationRefund,
  customerMayReschedule,
  type RefundPortion,
  refundDeadlines,
} from './cancellation';
