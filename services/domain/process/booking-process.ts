/** Every state a booking can be in. */
export const BOOKING_STATES = [
  'held',
  'requested',
  'confirmed',
  'completed',
  'no_show',
  'cancelled',
  'declined',
  'expired',
] as const;

export type BookingState = (typeof BOOKING_STATES)[number];

/** Everything that can happen to a booking. */
export const BOOKING_EVENTS = [
  'pay',
  'authorise',
  'accept',
  'decline',
  'expire',
  'cancel',
  'reschedule',
  'propose_move',
  'accept_move',
  'drop_move',
  'complete',
  'mark_no_show',
] as const;

export type BookingEvent = (typeof BOOKING_EVENTS)[number];

/** `system` is the webhook, the sweeper and the processor. */
export type BookingActor = 'customer' | 'provider' | 'operator' | 'system';

/** The process: in each state, which events are possible and where they lead. */
export const BOOKING_PROCESS: Record<BookingState, Partial<Record<BookingEvent, BookingState>>> = {
  held: { pay: 'confirmed', authorise: 'requested', expire: 'expired', cancel: 'cancelled' },
  requested: {
    pay: 'confirmed',
    accept: 'confirmed',
    decline: 'declined',
    expire: 'expired',
    cancel: 'cancelled',
  },
  confirmed: {
    complete: 'completed',
    mark_no_show: 'no_show',
    cancel: 'cancelled',
    reschedule: 'confirmed',
    propose_move: 'confirmed',
    accept_move: 'confirmed',
    drop_move: 'confirmed',
  },
  /** A late payment that still finds the slot free. */
  expired: { pay: 'confirmed' },
  completed: {},
  no_show: {},
  cancelled: {},
  declined: {},
};

/** Who may cause an event; the owner of the booking is checked by the use case. */
export const EVENT_ACTORS: Record<BookingEvent, readonly BookingActor[]> = {
  pay: ['system'],
  authorise: ['system'],
  accept: ['provider', 'operator'],
  decline: ['provider', 'operator'],
  expire: ['system'],
  cancel: ['customer', 'provider', 'operator', 'system'],
  reschedule: ['customer'],
  propose_move: ['provider', 'operator'],
  accept_move: ['customer'],
  drop_move: ['customer', 'provider', 'operator'],
  complete: ['provider', 'operator', 'system'],
  mark_no_show: ['provider', 'operator'],
};

export type Transition =
  | { ok: true; state: BookingState }
  | { ok: false; problem: 'NOT_POSSIBLE' | 'NOT_ALLOWED' };

/** Where an event leads from a state, when that actor may cause it there. */
export function transition(
  from: BookingState,
  event: BookingEvent,
  actor: BookingActor,
): Transition {
  const state = BOOKING_PROCESS[from][event];
  if (!state) return { ok: false, problem: 'NOT_POSSIBLE' };
  if (!EVENT_ACTORS[event].includes(actor)) return { ok: false, problem: 'NOT_ALLOWED' };
  return { ok: true, state };
}

/** The events an actor may cause in a state: the buttons of a screen. */
export function possibleEvents(from: BookingState, actor: BookingActor): BookingEvent[] {
  return BOOKING_EVENTS.filter((event) => transition(from, event, actor).ok);
}

/** The states an event can start from: the condition of the write that carries it out. */
export function statesBefore(event: BookingEvent): BookingState[] {
  return BOOKING_STATES.filter((state) => BOOKING_PROCESS[state][event] !== undefined);
}

/** States in which a booking occupies its slot; a held one only until its hold expires. */
export const LIVE_STATES: readonly BookingState[] = ['held', 'requested', 'confirmed'];

/** The state as it counts: what has run out is expired even before anything has written so. */
export function stateNow(
  { state, expiresAt }: { state: BookingState; expiresAt?: string | undefined },
  now: Date,
): BookingState {
  const mayRunOut = state === 'held' || state === 'requested';
  const hasRunOut = expiresAt !== undefined && Date.parse(expiresAt) <= now.getTime();
  return mayRunOut && hasRunOut ? 'expired' : state;
}

/** Whether the appointment has begun; until then it can still be changed. */
export function hasBegun({ startsAt }: { startsAt: string }, now: Date): boolean {
  return Date.parse(startsAt) <= now.getTime();
}

/** States that nothing leads out of. */
export function isFinal(state: BookingState): boolean {
  return Object.keys(BOOKING_PROCESS[state]).length === 0;
}
