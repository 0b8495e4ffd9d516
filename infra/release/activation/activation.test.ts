import { describe, expect, it } from 'vitest';
import { activated, promoted, rolledBack } from './activation';

describe('activating a release', () => {
  it('serves the first release to everybody', () => {
    expect(activated(undefined, 'r1')).toEqual({ live: 'r1' });
    expect(activated(undefined, 'r1', 10)).toEqual({ live: 'r1' });
  });

  it('remembers what was live before', () => {
    expect(activated({ live: 'r1' }, 'r2')).toEqual({ live: 'r2', previous: 'r1' });
  });

  it('gives a canary its share and leaves the rest where they are', () => {
    expect(activated({ live: 'r1', previous: 'r0' }, 'r2', 10)).toEqual({
      live: 'r1',
      previous: 'r0',
      canary: 'r2',
      share: 10,
    });
  });

  it('ends a canary when another release goes live', () => {
    expect(activated({ live: 'r1', canary: 'r2', share: 10 }, 'r3')).toEqual({
      live: 'r3',
      previous: 'r1',
    });
  });
});

describe('promoting', () => {
  it('gives everybody the canary', () => {
    expect(promoted({ live: 'r1', canary: 'r2', share: 10 })).toEqual({
      live: 'r2',
      previous: 'r1',
    });
  });

  it('needs a canary', () => {
    expect(() => promoted({ live: 'r1' })).toThrow('no canary');
  });
});

describe('rolling back', () => {
  it('ends a canary and changes nothing else', () => {
    const record = { live: 'r1', previous: 'r0', canary: 'r2', share: 10 };
    expect(rolledBack(record)).toEqual({ live: 'r1', previous: 'r0' });
  });

  it('returns to the release before, and back again', () => {
    const back = rolledBack({ live: 'r2', previous: 'r1' });
    expect(back).toEqual({ live: 'r1', previous: 'r2' });
    expect(rolledBack(back).live).toBe('r2');
  });

  it('needs an earlier release', () => {
    expect(() => rolledBack({ live: 'r1' })).toThrow('no earlier release');
  });
});
