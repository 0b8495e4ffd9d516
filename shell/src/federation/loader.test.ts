import { beforeEach, describe, expect, it, vi } from 'vitest';
import { federationHost } from './host';
import { forgetRelease, loadedModule, loadModule } from './loader';
import type { ReleaseRef } from './slot-state';

vi.mock('./host', () => ({ federationHost: vi.fn() }));

const load = vi.fn();
const forget = vi.fn();

let count = 0;
function aRelease(): ReleaseRef {
  count += 1;
  const release = `r${count}`;
  return { slice: 'mf-catalog', release, container: `mf_catalog__${release}`, entry: '/e.js' };
}

beforeEach(() => {
  load.mockReset().mockResolvedValue({ default: () => null });
  forget.mockReset();
  vi.mocked(federationHost).mockReturnValue({ load, forget });
});

describe('loading modules', () => {
  it('loads a module once, however many ask at the same time', async () => {
    const ref = aRelease();
    await Promise.all([loadModule(ref, 'Home'), loadModule(ref, 'Home')]);
    await loadModule(ref, 'Home');
    expect(load).toHaveBeenCalledExactlyOnceWith(ref, 'Home');
    expect(loadedModule(ref, 'Home')).toBeDefined();
  });

  it('keeps several releases of a slice apart', async () => {
    const [live, canary] = [aRelease(), aRelease()];
    const [one, other] = [{ default: () => 'live' }, { default: () => 'canary' }];
    load.mockResolvedValueOnce(one).mockResolvedValueOnce(other);
    await Promise.all([loadModule(live, 'Home'), loadModule(canary, 'Home')]);
    expect([loadedModule(live, 'Home'), loadedModule(canary, 'Home')]).toEqual([one, other]);
  });

  it('forgets a container that failed, so that the next try starts anew', async () => {
    const ref = aRelease();
    load.mockRejectedValueOnce(new Error('corrupt'));
    await expect(loadModule(ref, 'Home')).rejects.toThrow('corrupt');
    expect(forget).toHaveBeenCalledExactlyOnceWith(ref.container);
    await expect(loadModule(ref, 'Home')).resolves.toBeDefined();
  });

  it('keeps what works of a release when one of its modules fails', async () => {
    const ref = aRelease();
    await loadModule(ref, 'Home');
    load.mockRejectedValueOnce(new Error('chunk is missing'));
    await expect(loadModule(ref, 'Search')).rejects.toThrow('chunk is missing');
    expect(loadedModule(ref, 'Home')).toBeDefined();
    expect(forget).not.toHaveBeenCalled();
  });

  it('frees a release whole', async () => {
    const ref = aRelease();
    await loadModule(ref, 'Home');
    forgetRelease(ref.container);
    expect(loadedModule(ref, 'Home')).toBeUndefined();
    expect(forget).toHaveBeenCalledExactlyOnceWith(ref.container);
  });
});
