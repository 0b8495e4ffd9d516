import { isUndecided, ProblemError } from '@marketplace/kit/slice/request';
import type { Slot } from '@marketplace/services/booking/contract';
import type { ServiceDetail } from '@marketplace/services/catalog/contract';
import { useCallback, useEffect, useReducer, useRef } from 'react';
import { changeBooking, holdSlot } from '../../../data/bookings';
import { forgetHold, recallHold, rememberHold } from '../../../data/hold';
import type { Viewer } from '../../use-viewer';
import { flowReducer, initialFlow } from './flow-state';

export interface Customer {
  name: string;
  email: string;
}

export const NO_CUSTOMER: Customer = { name: '', email: '' };

/** What `holdSlot` was last asked, and under which key: asking the same again must not hold twice. */
interface Attempt {
  body: string;
  key: string;
}

function problemOf(error: unknown) {
  if (error instanceof ProblemError) return error.problem;
  throw error;
}

/** The flow's state together with what changes it at the service. */
export function useBookingFlow(service: ServiceDetail, viewer: Viewer | undefined, chosen?: Slot) {
  const [state, dispatch] = useReducer(flowReducer, chosen ?? null, initialFlow);
  const attempt = useRef<Attempt>({ body: '', key: '' });

  useEffect(() => {
    const hold = recallHold(service.id, Date.now());
    if (hold) dispatch({ type: 'held', hold });
  }, [service.id]);

  const { hold } = state;
  useEffect(() => {
    if (!viewer?.signedIn || !hold?.price.surchargeMinor) return;
    changeBooking(hold.bookingId, 'reprice', { accessToken: hold.accessToken }).then(
      ({ price }) => {
        rememberHold(service.id, { ...hold, price });
        dispatch({ type: 'repriced', price });
      },
      (error) => dispatch({ type: 'refused', problem: problemOf(error) }),
    );
  }, [viewer?.signedIn, hold, service.id]);

  const requestHold = useCallback(
    async (customer: Customer | undefined, expectedTotalMinor: number) => {
      if (!state.slot) return;
      const body = {
        serviceId: service.id,
        start: state.slot.start,
        seats: state.seats,
        ...(customer ? { customer } : {}),
        expectedTotalMinor,
        currency: service.currency,
      };
      const text = JSON.stringify(body);
      if (attempt.current.body !== text) {
        attempt.current = { body: text, key: crypto.randomUUID() };
      }
      dispatch({ type: 'sending' });
      try {
        const held = { ...(await holdSlot(body, attempt.current.key)), start: body.start };
        rememberHold(service.id, held);
        dispatch({ type: 'held', hold: held });
      } catch (error) {
        const problem = problemOf(error);
        if (!isUndecided(problem)) attempt.current = { body: '', key: '' };
        dispatch({ type: 'refused', problem });
      }
    },
    [service.id, service.currency, state.slot, state.seats],
  );

  const endHold = useCallback(() => {
    forgetHold(service.id);
    dispatch({ type: 'hold-ended' });
  }, [service.id]);

  return { state, dispatch, requestHold, endHold };
}
