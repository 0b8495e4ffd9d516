import { describe, expect, it } from 'vitest';
import {
  approvalDeadline,
  BOOKING_EVENTS,
  BOOKING_STATES,
  holdExpiry,
  isFinal,
  possibleEvents,
  stateNow,
  statesBefore,
  transition,
} from './index';

describe('the booking process', () => {
  it('confirms a held booking by payment only, and only the system says so', () => {
    expect(transition('held', 'pay', 'system')).toEqual({ ok: true, state: 'confirmed' });
    expect(transition('held', 'pay', 'customer')).toEqual({ ok: false, problem: 'NOT_ALLOWED' });
    expect(transition('held', 'accept', 'provider')).toEqual({
      ok: false,
      problem: 'NOT_POSSIBLE',
    });
  });

  it('lets a late payment revive an expired booking and nothing else', () => {
    expect(transition('expired', 'pay', 'system')).toEqual({ ok: true, state: 'confirmed' });
    expect(possibleEvents('expired', 'customer')).toEqual([]);
  });

  it('leaves cancelled, declined, completed and no-show bookings alone for good', () => {
    expect(BOOKING_STATES.filter(isFinal)).toEqual([
      'completed',
      'no_show',
      'cancelled',
      'declined',
    ]);
  });

  it('gives the provider the answers to a request and the customer a way out', () => {
    expect(possibleEvents('requested', 'provider')).toEqual(['accept', 'decline', 'cancel']);
    expect(possibleEvents('requested', 'customer')).toEqual(['cancel']);
    expect(possibleEvents('confirmed', 'customer')).toEqual([
      'cancel',
      'reschedule',
      'accept_move',
      'drop_move',
    ]);
  });

  it('lets the provider propose another time, and only the customer move the booking', () => {
    expect(transition('confirmed', 'propose_move', 'provider').ok).toBe(true);
    for (const event of ['reschedule', 'accept_move'] as const) {
      expect(transition('confirmed', event, 'customer').ok).toBe(true);
      expect(transition('confirmed', event, 'provider')).toEqual({
        ok: false,
        problem: 'NOT_ALLOWED',
      });
    }
  });

  it('can reach every state but the first, and every event starts somewhere', () => {
    const reachable = BOOKING_STATES.flatMap((state) =>
      possibleEvents(state, 'system')
        .concat(possibleEvents(state, 'provider'))
        .map((event) => {
          const result = transition(state, event, 'system');
          return result.ok ? result.state : undefined;
        }),
    );
    expect(reachable).not.toContain('held');
    for (const event of BOOKING_EVENTS) expect(statesBefore(event)).not.toEqual([]);
  });

  it('counts what has run out as expired before anything has written so', () => {
    const now = new Date('2026-06-01T10:00:00.000Z');
    const expiresAt = now.toISOString();
    expect(stateNow({ state: 'held', expiresAt }, now)).toBe('expired');
    expect(stateNow({ state: 'held', expiresAt }, new Date(now.getTime() - 1))).toBe('held');
    expect(stateNow({ state: 'confirmed', expiresAt }, now)).toBe('confirmed');
  });

  it('holds for fifteen minutes and asks for an answer within a day or by the start', () => {
    const now = new Date('2026-06-01T10:00:00.000Z');
    expect(holdExpiry(now).toISOString()).toBe('2026-06-01T10:15:00.000Z');
    const soon = new Date('2026-06-01T12:00:00.000Z');
    const late = new Date('2026-06-09T12:00:00.000Z');
    expect(approvalDeadline(now, soon)).toEqual(soon);
    expect(approvalDeadline(now, late).toISOString()).toBe('2026-06-02T10:00:00.000Z');
  });
});
