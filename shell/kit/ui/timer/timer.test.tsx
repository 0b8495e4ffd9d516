// @vitest-environment jsdom
import { act, cleanup, render, screen } from '@testing-library/react';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Timer } from './index';

const NOW = new Date('2026-11-24T12:00:00Z');
const inSeconds = (seconds: number) => new Date(NOW.getTime() + seconds * 1000).toISOString();

const timer = (seconds: number, onEnd?: () => void) => (
  <Timer
    endsAt={inSeconds(seconds)}
    label={(left) => `Held for ${left}`}
    endedLabel="Hold ended"
    {...(onEnd ? { onEnd } : {})}
  />
);
const pass = (seconds: number) => act(() => vi.advanceTimersByTime(seconds * 1000));

describe('Timer', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    vi.setSystemTime(NOW);
  });
  afterEach(() => {
    cleanup();
    vi.useRealTimers();
  });

  it('counts down to the instant and then says so, once', () => {
    const onEnd = vi.fn();
    render(timer(900, onEnd));
    expect(screen.getByRole('timer').textContent).toBe('Held for 15:00');
    pass(28);
    expect(screen.getByRole('timer').textContent).toBe('Held for 14:32');
    pass(872);
    expect(screen.getByRole('timer').textContent).toBe('Hold ended');
    pass(10);
    expect(onEnd).toHaveBeenCalledTimes(1);
  });

  it('is calm until the last two minutes', () => {
    render(timer(122));
    const look = () => screen.getByRole('timer').parentElement?.className ?? '';
    expect(look()).toContain('bg-accent-quiet');
    pass(2);
    expect(look()).not.toContain('bg-accent-quiet');
  });

  it('is over at once for an instant in the past', () => {
    const onEnd = vi.fn();
    render(timer(-5, onEnd));
    expect(screen.getByRole('timer').textContent).toBe('Hold ended');
    expect(onEnd).toHaveBeenCalledTimes(1);
  });

  it('speaks seldom', () => {
    const { container } = render(timer(301));
    const spoken = () => container.querySelector('[aria-live]')?.textContent;
    expect(spoken()).toBe('');
    pass(1);
    expect(spoken()).toBe('Held for 5:00');
    pass(1);
    expect(spoken()).toBe('');
  });

  it("has nothing of the server's clock in the page", () => {
    expect(renderToStaticMarkup(timer(900))).toContain('Held for ––:––');
  });
});
