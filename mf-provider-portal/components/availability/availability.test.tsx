// @vitest-environment jsdom
import type { Availability as Hours } from '@marketplace/services/provider/contract';
import { cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { aProblem, aProfile, renderInSlice, stubApi } from '../testing';
import { Availability } from './availability';

const HOURS: Hours = {
  timeZone: 'Europe/Berlin',
  rules: [{ days: [1, 2], start: '09:00', end: '17:00' }],
  overrides: [],
};
const show = () => renderInSlice(<Availability profile={aProfile()} first={HOURS} />);
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const type = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });

describe('availability', () => {
  afterEach(() => {
    cleanup();
    vi.unstubAllGlobals();
  });

  it('saves the week and the other dates in the provider’s zone', async () => {
    const calls = stubApi(({ body }) => ({ body: JSON.parse(body) as Hours }));
    show();
    expect(screen.getByText(/clock of Europe\/Berlin/)).toBeTruthy();
    press('Add hours to Friday');
    type('Friday until', '12:00');
    type('Date', '2026-12-24');
    press('Add this date');
    press('Save hours');
    await screen.findByText(/Your hours are saved/);
    expect(JSON.parse(calls[0]?.body ?? '')).toEqual({
      timeZone: 'Europe/Berlin',
      rules: [
        { days: [1, 2], start: '09:00', end: '17:00' },
        { days: [5], start: '09:00', end: '12:00' },
      ],
      overrides: [{ date: '2026-12-24', intervals: [] }],
    });
  });

  it('hours that overlap are marked and not sent', async () => {
    const calls = stubApi(() => aProblem('UNEXPECTED', 500));
    show();
    press('Add hours to Monday');
    fireEvent.change(screen.getAllByLabelText('Monday from')[1] ?? document.body, {
      target: { value: '16:00' },
    });
    fireEvent.change(screen.getAllByLabelText('Monday until')[1] ?? document.body, {
      target: { value: '18:00' },
    });
    press('Save hours');
    expect((await screen.findByRole('alert')).textContent).toContain('Nothing was saved');
    expect(screen.getByText('These hours overlap.')).toBeTruthy();
    expect(calls).toEqual([]);
  });

  it('keeps what was changed when saving fails', async () => {
    stubApi(() => aProblem('BUSY', 503));
    show();
    press('Remove 09:00 to 17:00 from Monday');
    press('Save hours');
    expect((await screen.findByRole('alert')).textContent).toContain('still here');
    expect(screen.queryByLabelText('Monday from')).toBeNull();
  });
});
