import { beforeEach, describe, expect, it, vi } from 'vitest';
import { federationHost } from './host';
import { forgetRelease, loadedModule, loadModule } from './loader';
import type { ReleaseRef } from './slot-state';

vi.mock('./host', () => ({ federationHost: vi.fn() }));

const remotes: { name: string }[] = [];
const loadRemote = vi.fn();
const removeRemote = vi.fn(({ name }: { name: string }) => {
  remotes.splice(
    remotes.findIndex((remote) => remote.name === name),
    1,
  );
});

let count = 0;
function aRelease(): ReleaseRef {
  count += 1;
  const release = `r${count}`;
  return { slice: 'mf-catalog', release, container: `mf_catalog__${release}`, entry: '/e.js' };
}

beforeEach(() => {
  remotes.length = 0;
  loadRemote.mockReset().mockResolvedValue({ default: () => null });
  vi.mocked(federationHost).mockReturnValue({
    options: { remotes },
    registerRemotes: (added: { name: string }[]) => remotes.push(...added),
    remoteHandler: { removeRemote },
    loadRemote,
  } as never);
});

describe('loading modules', () => {
  it('loads a module once, however many ask at the same time', async () => {
    const ref = aRelease();
    await Promise.all([loadModule(ref, 'Home'), loadModule(ref, 'Home')]);
    await loadModule(ref, 'Home');
    expect(loadRemote).toHaveBeenCalledExactlyOnceWith(`${ref.container}/Home`);
    expect(loadedModule(ref, 'Home')).toBeDefined();
  });

  it('keeps several releases of a slice apart', async () => {
    const [live, canary] = [aRelease(), aRelease()];
    await Promise.all([loadModule(live, 'Home'), loadModule(canary, 'Home')]);
    expect(remotes.map(({ name }) => name)).toEqual([live.container, canary.container]);
  });

  it('forgets a container that failed, so that the next try starts anew', async () => {
    const ref = aRelease();
    loadRemote.mockRejectedValueOnce(new Error('corrupt'));
    await expect(loadModule(ref, 'Home')).rejects.toThrow('corrupt');
    expect(remotes).toEqual([]);
    await expect(loadModule(ref, 'Home')).resolves.toBeDefined();
  });

  it('keeps what works of a release when one of its modules fails', async () => {
    const ref = aRelease();
    await loadModule(ref, 'Home');
    loadRemote.mockRejectedValueOnce(new Error('chunk is missing'));
    await expect(loadModule(ref, 'Search')).rejects.toThrow('chunk is missing');
    expect(loadedModule(ref, 'Home')).toBeDefined();
    expect(remotes).toHaveLength(1);
  });

  it('frees a release whole', async () => {
    const ref = aRelease();
    await loadModule(ref, 'Home');
    Object.assign(globalThis, { [ref.container]: {} });
    forgetRelease(ref.container);
    expect(loadedModule(ref, 'Home')).toBeUndefined();
    expect(remotes).toEqual([]);
    expect(globalThis).not.toHaveProperty(ref.container);
  });
});
