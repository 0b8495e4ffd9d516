import type { Problem } from '@marketplace/kit/slice/request';
import type { Slot } from '@marketplace/services/booking/contract';
import type { Price } from '@marketplace/services/shared/contract';
import type { Hold } from '../../../data/hold';

export const STEPS = ['time', 'details', 'pay'] as const;
export type Step = (typeof STEPS)[number];

export interface FlowState {
  step: Step;
  slot: Slot | null;
  /** Start of the time that was chosen and could not be had, a UTC instant. */
  lostStart: string | null;
  seats: number;
  hold: Hold | null;
  /** What the service asks now, where that is not what the page was made with. */
  changedPrice: Price | null;
  isSending: boolean;
  problem: Problem | null;
}

export type FlowEvent =
  | { type: 'slot-chosen'; slot: Slot }
  | { type: 'seats-chosen'; seats: number }
  | { type: 'time-settled' }
  | { type: 'step-reopened'; step: Step }
  | { type: 'sending' }
  | { type: 'held'; hold: Hold }
  | { type: 'repriced'; price: Hold['price'] }
  | { type: 'refused'; problem: Problem }
  | { type: 'hold-ended' };

export const initialFlow = (slot: Slot | null): FlowState => ({
  step: 'time',
  slot,
  lostStart: null,
  seats: 1,
  hold: null,
  changedPrice: null,
  isSending: false,
  problem: null,
});

const localProblem = (code: string, title: string): Problem => ({
  type: 'about:blank',
  title,
  status: 409,
  code,
});

/** Seen in the browser: the chosen time is no longer among the free ones. */
export const SLOT_GONE = localProblem('SLOT_TAKEN', 'The chosen time is no longer free');
const HOLD_ENDED = localProblem('HOLD_EXPIRED', 'The hold has ended');

/** Codes after which the chosen time is no longer to be had, so that another one must be chosen. */
const TIME_IS_GONE = new Set(['SLOT_TAKEN', 'SLOT_UNAVAILABLE', 'HOLD_EXPIRED']);

/** The price that a `PRICE_CHANGED` problem carries beside its code. */
function newPriceOf({ code, price }: Problem): Price | null {
  const isPrice = typeof price === 'object' && price !== null && 'totalMinor' in price;
  return code === 'PRICE_CHANGED' && isPrice ? (price as Price) : null;
}

function refused(state: FlowState, problem: Problem): FlowState {
  const next: FlowState = {
    ...state,
    isSending: false,
    problem,
    changedPrice: newPriceOf(problem) ?? state.changedPrice,
  };
  if (!TIME_IS_GONE.has(problem.code)) return next;
  return {
    ...next,
    step: 'time',
    slot: null,
    hold: null,
    lostStart: state.hold?.start ?? state.slot?.start ?? null,
  };
}

function held(state: FlowState, hold: Hold): FlowState {
  return {
    ...state,
    step: 'pay',
    slot: state.slot ?? { start: hold.start, end: hold.start },
    hold,
    isSending: false,
    problem: null,
  };
}

/** The booking flow as data: what the customer or the service did, and where that leads. */
export function flowReducer(state: FlowState, event: FlowEvent): FlowState {
  switch (event.type) {
    case 'slot-chosen': {
      const seats = Math.min(state.seats, event.slot.seatsLeft ?? state.seats);
      return { ...state, slot: event.slot, seats, lostStart: null, problem: null };
    }
    case 'seats-chosen':
      return { ...state, seats: event.seats, changedPrice: null };
    case 'time-settled':
      return state.slot ? { ...state, step: 'details', problem: null } : state;
    case 'step-reopened':
      return state.hold ? state : { ...state, step: event.step, problem: null };
    case 'sending':
      return { ...state, isSending: true, problem: null };
    case 'held':
      return held(state, event.hold);
    case 'repriced':
      return state.hold ? { ...state, hold: { ...state.hold, price: event.price } } : state;
    case 'refused':
      return refused(state, event.problem);
    case 'hold-ended':
      return refused(state, HOLD_ENDED);
  }
}
