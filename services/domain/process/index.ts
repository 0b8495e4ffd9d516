export {
  BOOKING_EVENTS,
  BOOKING_PROCESS,
  BOOKING_STATES,
  type BookingActor,
  type BookingEvent,
  type BookingState,
  EVENT_ACTORS,
  hasBegun,
  isFinal,
  LIVE_STATES,
  possibleEvents,
  stateNow,
  statesBefore,
  type Transition,
  transition,
} from './booking-process';
export {
  APPROVAL_SECONDS,
  approvalDeadline,
  BOOKING_HORIZON_DAYS,
  HOLD_SECONDS,
  holdExpiry,
} from './deadlines';
