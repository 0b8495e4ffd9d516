// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { useReducer } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { aService, aSlot, aSlotList, renderInSlice, stubApi } from '../testing';
import { useTimeZone } from '../zone/use-time-zone';
import { type FlowState, flowReducer, initialFlow, SLOT_GONE } from './state/flow-state';
import { TimeStep } from './time-step';

const SLOTS = ['2026-06-10T09:00:00.000Z', '2026-06-10T13:30:00.000Z', '2026-06-11T09:00:00.000Z'];
let state: FlowState;

function Step({ first }: { first: FlowState }) {
  const [current, dispatch] = useReducer(flowReducer, first);
  const zone = useTimeZone('Europe/Berlin');
  state = current;
  return (
    <TimeStep
      service={aService()}
      state={current}
      zone={zone}
      now="2026-06-01T09:00:00.000Z"
      dispatch={dispatch}
    />
  );
}

describe('choosing a time', () => {
  beforeEach(() => {
    sessionStorage.clear();
    stubApi(() => ({
      body: aSlotList(
        'Europe/Berlin',
        SLOTS.map((start) => aSlot(start)),
      ),
    }));
  });
  afterEach(() => {
    cleanup();
    vi.unstubAllGlobals();
  });

  it('choosing a day says how many times it has and moves the focus to them', async () => {
    renderInSlice(<Step first={initialFlow(null)} />);
    fireEvent.click(await screen.findByRole('button', { name: /11 June, 1 free time/ }));
    await waitFor(() =>
      expect(document.activeElement?.textContent).toMatch(/1 free time on .*11 June/),
    );
  });

  it('offers the nearest free time when the chosen one was taken', async () => {
    const taken = aSlot('2026-06-10T13:00:00.000Z');
    renderInSlice(
      <Step first={flowReducer(initialFlow(taken), { type: 'refused', problem: SLOT_GONE })} />,
    );
    const alert = screen.getByRole('alert');
    expect(alert.textContent).toContain('Your card was not charged');
    fireEvent.click(await screen.findByRole('button', { name: 'Nearest free: 15:30' }));
    expect(state).toMatchObject({ step: 'details', slot: { start: SLOTS[1] }, problem: null });
  });

  it('gives up a time from the page before that is no longer free', async () => {
    renderInSlice(<Step first={initialFlow(aSlot('2026-06-10T14:00:00.000Z'))} />);
    await waitFor(() => expect(state.problem?.code).toBe('SLOT_TAKEN'));
    expect(state.slot).toBeNull();
  });

  it('another zone changes the labels and not the instant', async () => {
    renderInSlice(<Step first={initialFlow(aSlot(SLOTS[0] ?? ''))} />);
    await screen.findByRole('button', { name: '11:00' });
    fireEvent.change(screen.getByLabelText('Time zone'), { target: { value: 'America/New_York' } });
    expect(screen.getByRole('button', { name: '05:00' }).getAttribute('aria-pressed')).toBe('true');
    expect(state.slot?.start).toBe(SLOTS[0]);
  });

  it('turns no further than the month that the booking horizon ends in', async () => {
    const calls = stubApi(() => ({
      body: {
        ...aSlotList('Europe/Berlin', [aSlot('2026-07-10T09:00:00.000Z')]),
        // Midnight in Berlin: July is the last month in which something can start.
        bookableUntil: '2026-07-31T22:00:00.000Z',
      },
    }));
    renderInSlice(<Step first={initialFlow(null)} />);
    const monthShown = () => screen.getByRole('heading', { name: /2026$/ }).textContent;
    fireEvent.click(screen.getByRole('button', { name: 'Next month' }));
    const day = await screen.findByRole('button', { name: /10 July, 1 free time/ });
    const asked = calls.length;
    fireEvent.click(screen.getByRole('button', { name: 'Next month: it cannot be booked yet' }));
    fireEvent.keyDown(day, { key: 'PageDown' });
    expect(monthShown()).toBe('July 2026');
    expect(calls).toHaveLength(asked);
  });

  it('says so when the times did not load, and asks again', async () => {
    let isUp = false;
    stubApi(() =>
      isUp
        ? { body: aSlotList('UTC', [aSlot(SLOTS[0] ?? '')]) }
        : { status: 503, body: { type: 'about:blank', title: '', status: 503, code: 'BUSY' } },
    );
    renderInSlice(<Step first={initialFlow(null)} />);
    await screen.findByText('The free times did not load');
    isUp = true;
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await screen.findByRole('button', { name: '11:00' });
  });
});
