import { isOverrideLike } from '@marketplace/services/domain/releases';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Override, openOverride, sealOverride } from './override';

const KEY = 'k'.repeat(64);
const NOW_MS = Date.UTC(2026, 5, 1);

const anOverride = (changes: Partial<Override> = {}): Override => ({
  userId: 'ada',
  slice: 'mf-catalog',
  from: { release: '260601120000-abcdef' },
  expiresAtSeconds: NOW_MS / 1_000 + 60,
  ...changes,
});

describe('an override', () => {
  it.each([anOverride(), anOverride({ from: { port: 3001 } })])(
    'is read back as it was sealed, and fits where the edge looks for it',
    (override) => {
      const sealed = sealOverride(override, KEY);
      expect(isOverrideLike(sealed)).toBe(true);
      expect(openOverride(sealed, KEY, NOW_MS)).toEqual(override);
    },
  );

  it('ends with its time', () => {
    const sealed = sealOverride(anOverride(), KEY);
    expect(openOverride(sealed, KEY, NOW_MS + 59_999)).toBeDefined();
    expect(openOverride(sealed, KEY, NOW_MS + 60_000)).toBeUndefined();
  });

  it('is refused when somebody else signed it', () => {
    const forged = sealOverride(anOverride(), 'x'.repeat(64));
    expect(openOverride(forged, KEY, NOW_MS)).toBeUndefined();
  });

  it('is refused when a single character was changed', () => {
    const sealed = sealOverride(anOverride(), KEY);
    fc.assert(
      fc.property(fc.nat(sealed.length - 2), fc.constantFrom('A', 'z', '0', '.'), (at, other) => {
        fc.pre(sealed[at] !== other);
        const altered = sealed.slice(0, at) + other + sealed.slice(at + 1);
        expect(openOverride(altered, KEY, NOW_MS)).toBeUndefined();
      }),
    );
  });

  it.each([
    ['a release that is a path', { from: { release: '../../x' } }],
    ['a port of the system', { from: { port: 22 } }],
    ['another slice', { slice: 'mf-evil' }],
    ['more than it knows', { admin: true }],
  ])('is refused with %s, whoever signed it', (_what, changes) => {
    const sealed = sealOverride({ ...anOverride(), ...changes } as Override, KEY);
    expect(openOverride(sealed, KEY, NOW_MS)).toBeUndefined();
  });
});
