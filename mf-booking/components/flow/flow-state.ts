import type { Problem } from '@marketplace/kit/slice/request';
import type { BookingCreated, Slot } from '@marketplace/services/booking/contract';

export const STEPS = ['time', 'details', 'pay'] as const;
export type Step = (typeof STEPS)[number];

/** A hold with the start it holds, as the browser keeps it across a reload. */
export interface Hold extends BookingCreated {
  start: string;
}

export interface FlowState {
  step: Step;
  slot: Slot | null;
  seats: number;
  hold: Hold | null;
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
  seats: 1,
  hold: null,
  isSending: false,
  problem: null,
});

/** Codes after which the chosen time is no longer to be had, so that another one must be chosen. */
const TIME_IS_GONE = new Set(['SLOT_TAKEN', 'SLOT_UNAVAILABLE', 'HOLD_EXPIRED']);

function refused(state: FlowState, problem: Problem): FlowState {
  const next = { ...state, isSending: false, problem };
  return TIME_IS_GONE.has(problem.code) ? { ...next, step: 'time', slot: null } : next;
}

/** The booking flow as data: what the customer or the service did, and where that leads. */
export function flowReducer(state: FlowState, event: FlowEvent): FlowState {
  switch (event.type) {
    case 'slot-chosen':
      return { ...state, slot: event.slot, problem: null };
    case 'seats-chosen':
      return { ...state, seats: event.seats };
    case 'time-settled':
      return state.slot ? { ...state, step: 'details', problem: null } : state;
    case 'step-reopened':
      return state.hold ? state : { ...state, step: event.step, problem: null };
    case 'sending':
      return { ...state, isSending: true, problem: null };
    case 'held':
      return {
        ...state,
        step: 'pay',
        slot: state.slot ?? { start: event.hold.start, end: event.hold.start },
        hold: event.hold,
        isSending: false,
        problem: null,
      };
    case 'repriced':
      return state.hold ? { ...state, hold: { ...state.hold, price: event.price } } : state;
    case 'refused':
      return refused(state, event.problem);
    case 'hold-ended':
      return {
        ...state,
        step: 'time',
        hold: null,
        slot: null,
        problem: {
          type: 'about:blank',
          title: 'The hold has ended',
          status: 409,
          code: 'HOLD_EXPIRED',
        },
      };
  }
}
