// @vitest-environment jsdom
import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { aSlot, renderInSlice } from '../testing';
import { TimeList } from './time-list';

afterEach(cleanup);

const show = (starts: string[], timeZone: string) =>
  renderInSlice(
    <TimeList
      slots={starts.map((start) => aSlot(start))}
      timeZone={timeZone}
      selected={null}
      onSelect={() => undefined}
    />,
  );
const namesIn = (part: string) =>
  within(screen.getByRole('region', { name: part }))
    .getAllByRole('button')
    .map((button) => button.textContent);

it('times stand under the part of the day that the chosen zone gives them', () => {
  const starts = [
    '2026-06-10T08:30:00.000Z',
    '2026-06-10T10:00:00.000Z',
    '2026-06-10T15:00:00.000Z',
  ];
  show(starts, 'Europe/Berlin');
  expect(namesIn('Morning')).toEqual(['10:30']);
  expect(namesIn('Afternoon')).toEqual(['12:00']);
  expect(namesIn('Evening')).toEqual(['17:00']);
  cleanup();
  show(starts, 'America/New_York');
  expect(namesIn('Morning')).toEqual(['04:30', '06:00', '11:00']);
  expect(screen.queryByRole('region', { name: 'Evening' })).toBeNull();
});

it('both 01:00s of an autumn night can be told apart', () => {
  show(['2026-11-01T05:00:00.000Z', '2026-11-01T06:00:00.000Z'], 'America/New_York');
  const names = namesIn('Morning');
  expect(names[0]).toMatch(/^0?1:00/);
  expect(names[1]).toMatch(/^0?1:00/);
  expect(new Set(names).size).toBe(2);
});

it('says how many seats a time still has, and which one is chosen', () => {
  const slot = aSlot('2026-06-10T08:30:00.000Z', 3);
  renderInSlice(
    <TimeList slots={[slot]} timeZone="UTC" selected={slot} onSelect={() => undefined} />,
  );
  const button = screen.getByRole('button', { name: /08:30\s*3 seats left/ });
  expect(button.getAttribute('aria-pressed')).toBe('true');
});

it('are one stop for the Tab key, and arrows, Home and End walk over them', () => {
  const starts = ['08', '09', '15'].map((hour) => `2026-06-10T${hour}:00:00.000Z`);
  show(starts, 'UTC');
  const stops = () =>
    screen
      .getAllByRole<HTMLButtonElement>('button')
      .filter(({ tabIndex }) => tabIndex === 0)
      .map(({ dataset }) => dataset.start);
  expect(stops()).toEqual([starts[0]]);
  const walk = (key: string) => {
    fireEvent.keyDown(document.activeElement ?? document.body, { key });
    return (document.activeElement as HTMLElement).dataset.start;
  };
  screen.getAllByRole('button')[0]?.focus();
  expect(['ArrowRight', 'ArrowDown', 'ArrowDown', 'Home', 'ArrowLeft', 'End'].map(walk)).toEqual(
    [1, 2, 2, 0, 0, 2].map((place) => starts[place]),
  );
  expect(stops()).toEqual([starts[2]]);
});
