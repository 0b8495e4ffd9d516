import type { IncomingMessage } from 'node:http';
import type { SlotState } from '../../slot-state';

const slots = new WeakMap<IncomingMessage, SlotState[]>();

/**
 * Notes what a request's page is made of, for when its rendering fails. Not captured by a component of
 * the request: whatever such a component holds outlives the quick collections of garbage, which made
 * every page a tenth dearer.
 */
export function noteSlots(request: IncomingMessage, states: SlotState[]): void {
  slots.set(request, states);
}

/** The slots of a request's page; none for pages that are not composed. */
export function slotsOf(request: IncomingMessage | undefined): SlotState[] {
  return (request && slots.get(request)) ?? [];
}
