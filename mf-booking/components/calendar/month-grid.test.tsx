// @vitest-environment jsdom
import { cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { renderInSlice } from '../testing';
import { MonthGrid } from './month-grid';

const onSelect = vi.fn();
const onTurn = vi.fn();
const day = (name: RegExp) => screen.getByRole('button', { name });
const press = (key: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key });
const focusedDay = () => (document.activeElement as HTMLElement).dataset.day;

describe('month grid', () => {
  beforeEach(() => {
    vi.clearAllMocks();
    renderInSlice(
      <MonthGrid
        month="2026-06-01"
        firstDayOfWeek={1}
        freeByDay={
          new Map([
            ['2026-06-03', 2],
            ['2026-06-05', 1],
            ['2026-06-12', 4],
          ])
        }
        selected="2026-06-03"
        onSelect={onSelect}
        onTurn={onTurn}
      />,
    );
    day(/Wednesday,? 3 June/).focus();
  });
  afterEach(cleanup);

  it('says how many times are free on each day, and shuts days without any', () => {
    expect(day(/Wednesday,? 3 June, 2 free times/)).toHaveProperty('disabled', false);
    expect(day(/Thursday,? 4 June, no free times/)).toHaveProperty('disabled', true);
  });

  it('is one stop of the Tab key', () => {
    const stops = screen.getAllByRole('button').filter((one) => one.tabIndex === 0);
    expect(stops.map((one) => one.dataset.day)).toEqual(['2026-06-03']);
  });

  it('arrows walk over open days and choose nothing', () => {
    press('ArrowRight');
    expect(focusedDay()).toBe('2026-06-05');
    press('ArrowDown');
    expect(focusedDay()).toBe('2026-06-12');
    press('ArrowDown');
    expect(focusedDay()).toBe('2026-06-12');
    press('ArrowUp');
    press('Home');
    expect(focusedDay()).toBe('2026-06-03');
    press('End');
    expect(focusedDay()).toBe('2026-06-05');
    expect(onSelect).not.toHaveBeenCalled();
  });

  it('Page Up and Page Down ask for the months around', () => {
    press('PageDown');
    press('PageUp');
    expect(onTurn.mock.calls).toEqual([[1], [-1]]);
  });

  it('a press chooses the day', () => {
    fireEvent.click(day(/12 June/));
    expect(onSelect).toHaveBeenCalledWith('2026-06-12');
  });
});
