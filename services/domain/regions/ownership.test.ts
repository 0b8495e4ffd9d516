import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Ownership, released, taken, takenOver, writerOf } from './ownership';

const HOME = 'eu-west-1';
const OTHER = 'eu-central-1';

describe('the region that writes a provider’s bookings', () => {
  it('is the home region until the provider was moved', () => {
    expect(writerOf(undefined, HOME)).toBe(HOME);
  });

  it('is none between the two steps of a move, and the other one after them', () => {
    const moving = released(undefined, HOME, { by: HOME, to: OTHER });
    expect(writerOf(moving, HOME)).toBeUndefined();
    expect(writerOf(taken(moving, OTHER), HOME)).toBe(OTHER);
  });

  it('is the one that took over from a region that is lost', () => {
    expect(writerOf(takenOver(OTHER), HOME)).toBe(OTHER);
  });

  it('gives a provider up only itself, and only the region that was named takes it', () => {
    expect(released(undefined, HOME, { by: OTHER, to: 'us-east-1' })).toBeUndefined();
    expect(released(undefined, HOME, { by: HOME, to: HOME })).toBeUndefined();
    expect(taken(undefined, OTHER)).toBeUndefined();
    expect(taken({ region: HOME, movesTo: OTHER }, HOME)).toBeUndefined();
  });

  it('is one at the most, whatever steps are tried by whom', () => {
    const region = fc.constantFrom(HOME, OTHER, 'us-east-1');
    const step = fc.record({ take: fc.boolean(), by: region, to: region });
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        let ownership: Ownership | undefined;
        for (const { take, by, to } of steps) {
          const writer = writerOf(ownership, HOME);
          const next = take ? taken(ownership, by) : released(ownership, HOME, { by, to });
          if (next === undefined) continue;
          expect(take ? writer === undefined : writer === by).toBe(true);
          ownership = next;
        }
      }),
    );
  });
});
