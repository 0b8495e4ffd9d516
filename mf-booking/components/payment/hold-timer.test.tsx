// @vitest-environment jsdom
import { act, cleanup, renderHook, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { renderInSlice } from '../testing';
import { HoldTimer } from './hold-timer';
import { useHoldEnd } from './use-hold-end';

const NOW = new Date('2026-06-01T09:00:00.000Z');
const pass = (seconds: number) => act(() => vi.advanceTimersByTime(seconds * 1000));

describe('hold timer', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    vi.setSystemTime(NOW);
  });
  afterEach(() => {
    cleanup();
    vi.useRealTimers();
  });

  it('says in words how long the time is held, and ends once', () => {
    const onEnd = vi.fn();
    renderInSlice(<HoldTimer expiresAt="2026-06-01T09:15:00.000Z" onEnd={onEnd} />);
    expect(screen.getByRole('timer').textContent).toBe('Your time is held for 15:00.');
    pass(14 * 60 + 1);
    expect(screen.getByRole('timer').textContent).toBe('Your time is held for 0:59.');
    pass(60);
    expect(screen.getByRole('timer').textContent).toContain('The hold has ended');
    expect(onEnd).toHaveBeenCalledTimes(1);
  });
});

describe('end of a hold', () => {
  it('is not told while a payment is on its way, and is told when it was refused', () => {
    const onHoldEnded = vi.fn();
    const { result } = renderHook(() => useHoldEnd(onHoldEnded));
    result.current.onBusy(true);
    result.current.onEnd();
    expect(onHoldEnded).not.toHaveBeenCalled();
    result.current.onBusy(false);
    expect(onHoldEnded).toHaveBeenCalledTimes(1);
  });
});
