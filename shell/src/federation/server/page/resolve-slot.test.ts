import { beforeEach, describe, expect, it, vi } from 'vitest';
import { loadServerModule } from '../code/engine';
import { aManifest } from '../code/testing';
import { resolveSlot, type SlotRequest } from './resolve-slot';

vi.mock('../code/engine', () => ({
  loadServerModule: vi.fn(),
  manifestOf: vi.fn(async (_slice: string, release: string) => aManifest({ release })),
  browserRelease: vi.fn((manifest: { release: string }) => ({ release: manifest.release })),
}));

const loadModule = vi.mocked(loadServerModule);
const load = vi.fn();

function aRequest(changes: Partial<SlotRequest> = {}): SlotRequest {
  const context = { market: 'de' } as SlotRequest['context'];
  return { slice: 'mf-catalog', name: 'Home', release: 'r1', context, ...changes };
}

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  loadModule.mockReset().mockResolvedValue({ load });
  load.mockReset().mockResolvedValue({ props: { a: 1, b: undefined }, head: { title: 'Home' } });
});

describe('filling a slot', () => {
  it('shows exactly the release that was asked for', async () => {
    const slot = await resolveSlot(aRequest({ name: 'Exact' }));
    expect(slot).toMatchObject({ exact: true, state: { status: 'ready', props: { a: 1 } } });
    expect(slot.state.release?.release).toBe('r1');
    expect(slot.state.props).not.toHaveProperty('b');
  });

  it('does not keep the page waiting for a release that does not come while it has another', async () => {
    await resolveSlot(aRequest({ name: 'Patient' }));
    loadModule.mockImplementation((_slice, release) =>
      release === 'r2' ? new Promise(() => undefined) : Promise.resolve({ load }),
    );
    const slot = await resolveSlot(aRequest({ name: 'Patient', release: 'r2' }));
    expect(slot.exact).toBe(false);
    expect(slot.state.release?.release).toBe('r1');
  });

  it('shows the last good release when the new one cannot be loaded, and says that it is not exact', async () => {
    await resolveSlot(aRequest());
    loadModule.mockImplementation(async (_slice, release) => {
      if (release === 'r2') throw new Error('corrupt');
      return { load };
    });
    const slot = await resolveSlot(aRequest({ release: 'r2' }));
    expect(slot).toMatchObject({ exact: false, state: { status: 'ready' } });
    expect(slot.state.release?.release).toBe('r1');
    expect(slot.state.wanted).toBe('r2');
  });

  it('never shows others what one person chose for themselves', async () => {
    const name = 'Search';
    await resolveSlot(aRequest({ name, release: 'r1' }));
    await resolveSlot(aRequest({ name, release: 'mine', isOverride: true }));
    loadModule.mockImplementation(async (_slice, release) => {
      if (release === 'r2') throw new Error('corrupt');
      return { load };
    });
    const slot = await resolveSlot(aRequest({ name, release: 'r2' }));
    expect(slot.state.release?.release).toBe('r1');
  });

  it('does not wait long for a release while there is another to show, except for who chose it', async () => {
    vi.useFakeTimers();
    const name = 'Slow';
    await resolveSlot(aRequest({ name }));
    loadModule.mockImplementation(async (_slice, release) => {
      if (release === 'r2') await new Promise((resolve) => setTimeout(resolve, 1_000));
      return { load };
    });
    const shown = async (isOverride: boolean) => {
      const slot = resolveSlot(aRequest({ name, release: 'r2', isOverride }));
      await vi.advanceTimersByTimeAsync(1_000);
      return (await slot).state.release?.release;
    };
    expect(await shown(false)).toBe('r1');
    expect(await shown(true)).toBe('r2');
    vi.useRealTimers();
  });

  it('falls back without a release when nothing can be loaded', async () => {
    loadModule.mockRejectedValue(new Error('bucket is away'));
    const slot = await resolveSlot(aRequest({ name: 'Never' }));
    expect(slot).toEqual({
      exact: false,
      state: { slice: 'mf-catalog', name: 'Never', status: 'failed', props: {}, wanted: 'r1' },
    });
  });

  it("shows the module's own fallback when its data cannot be had", async () => {
    load.mockRejectedValue(new Error('service is away'));
    const slot = await resolveSlot(aRequest());
    expect(slot).toMatchObject({ exact: false, state: { status: 'failed' } });
    expect(slot.state.release?.release).toBe('r1');
  });

  it('passes on that the viewer must sign in', async () => {
    const refused = Object.assign(new Error('401'), { problem: { status: 401 } });
    load.mockRejectedValue(refused);
    await expect(resolveSlot(aRequest())).rejects.toBe(refused);
  });

  it('hands the loader its context and a signal', async () => {
    await resolveSlot(aRequest());
    expect(load).toHaveBeenCalledWith({ market: 'de', signal: expect.any(AbortSignal) });
  });
});
