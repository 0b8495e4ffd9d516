import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Gate, type Rank, type Visit } from './gate';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const PATIENCE_MS = 1_000;
const gateOf = (limit: number, room: number) => new Gate({ limit, room, patienceMs: PATIENCE_MS });

/** What a visitor has heard so far. */
async function heard({ entered }: Visit): Promise<boolean | 'nothing'> {
  return Promise.race([entered, Promise.resolve().then(() => 'nothing' as const)]);
}

describe('a gate', () => {
  it('lets in as many as it may, has a few wait, and turns everybody else away at once', async () => {
    const gate = gateOf(2, 1);
    const visits = Array.from({ length: 4 }, () => gate.visit('rest'));
    expect(await Promise.all(visits.map(heard))).toEqual([true, true, 'nothing', false]);
    expect(gate.takeCounts()).toEqual({ turnedAway: 1, wasFull: true });
    expect(gate.takeCounts()).toEqual({ turnedAway: 0, wasFull: false });
  });

  it('lets the next one in when somebody leaves, and nobody twice for one leaving', async () => {
    const gate = gateOf(1, 2);
    const [inside, second, third] = [gate.visit('rest'), gate.visit('rest'), gate.visit('rest')];
    inside.leave();
    inside.leave();
    expect(await Promise.all([second, third].map(heard))).toEqual([true, 'nothing']);
  });

  it('turns away who waited long enough', async () => {
    const gate = gateOf(1, 5);
    gate.visit('rest');
    const waiting = gate.visit('rest');
    vi.advanceTimersByTime(PATIENCE_MS - 1);
    expect(await heard(waiting)).toBe('nothing');
    vi.advanceTimersByTime(1);
    expect(await heard(waiting)).toBe(false);
  });

  it('keeps no place for who went away while waiting', async () => {
    const gate = gateOf(1, 1);
    const inside = gate.visit('rest');
    gate.visit('rest').leave();
    const next = gate.visit('rest');
    inside.leave();
    expect(await heard(next)).toBe(true);
    expect(gate.takeCounts().turnedAway).toBe(0);
  });

  it('lets who comes first pass those who look around, and gives it the place of the last of them', async () => {
    const gate = gateOf(1, 2);
    const inside = gate.visit('rest');
    const [early, late] = [gate.visit('rest'), gate.visit('rest')];
    const paying = gate.visit('first');
    expect(await heard(late)).toBe(false);
    inside.leave();
    expect(await Promise.all([paying, early].map(heard))).toEqual([true, 'nothing']);
  });

  it('is as it was once everybody has gone', async () => {
    const gate = gateOf(1, 1);
    const crowd = Array.from({ length: 50 }, () => gate.visit('rest'));
    for (const visit of crowd) visit.leave();
    const visits = [gate.visit('rest'), gate.visit('rest')];
    expect(await Promise.all(visits.map(heard))).toEqual([true, 'nothing']);
    expect(vi.getTimerCount()).toBe(1);
  });

  it('lets more in when its limit rises, and sends nobody out when it falls', async () => {
    const gate = gateOf(2, 2);
    const visits = Array.from({ length: 4 }, () => gate.visit('rest'));
    gate.limit = 3;
    expect(await Promise.all(visits.map(heard))).toEqual([true, true, true, 'nothing']);
    gate.limit = 1;
    visits[0]?.leave();
    visits[1]?.leave();
    expect(await Promise.all(visits.map(heard))).toEqual([true, true, true, 'nothing']);
    visits[2]?.leave();
    expect(await Promise.all(visits.map(heard))).toEqual([true, true, true, true]);
  });
});

const step = fc.oneof(
  fc.constantFrom<Rank>('first', 'rest'),
  fc.record({ leaves: fc.nat() }),
  fc.record({ waitsMs: fc.integer({ min: 1, max: PATIENCE_MS }) }),
);

it('has never more inside than it may nor more waiting than it has room for, whatever happens', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.nat(4),
      fc.nat(4),
      fc.array(step, { maxLength: 60 }),
      async (more, room, steps) => {
        const gate = gateOf(more + 1, room);
        const answers = new Map<Visit, boolean>();
        const visits: Visit[] = [];
        for (const next of steps) {
          if (typeof next === 'string') visits.push(watched(gate.visit(next), answers));
          else if ('leaves' in next)
            visits.splice(next.leaves % (visits.length || 1), 1)[0]?.leave();
          else vi.advanceTimersByTime(next.waitsMs);
        }
        await Promise.resolve();
        const inside = visits.filter((visit) => answers.get(visit) === true);
        const waiting = visits.filter((visit) => !answers.has(visit));
        expect(inside.length).toBeLessThanOrEqual(more + 1);
        expect(waiting.length).toBeLessThanOrEqual(room);
        if (waiting.length > 0) expect(inside.length).toBe(more + 1);
      },
    ),
  );
});

function watched(visit: Visit, answers: Map<Visit, boolean>): Visit {
  void visit.entered.then((entered) => answers.set(visit, entered));
  return visit;
}
