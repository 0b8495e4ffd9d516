import { describe, expect, it, vi } from 'vitest';
import { staleWhileRevalidate } from './stale-while-revalidate';

describe('stale while revalidate', () => {
  it('lets only the first wait; later ones get the old value while the new one is read', async () => {
    let nowMs = 0;
    const read = vi.fn().mockResolvedValueOnce('old').mockResolvedValue('new');
    const value = staleWhileRevalidate(read, { freshMs: 1_000, now: () => nowMs });
    expect(await Promise.all([value(), value()])).toEqual(['old', 'old']);
    expect(read).toHaveBeenCalledTimes(1);
    nowMs = 1_000;
    expect(await value()).toBe('old');
    await vi.waitFor(async () => expect(await value()).toBe('new'));
    expect(read).toHaveBeenCalledTimes(2);
  });

  it('keeps the old value when reading fails', async () => {
    let nowMs = 0;
    const read = vi.fn().mockResolvedValueOnce('old').mockRejectedValue(new Error('away'));
    const value = staleWhileRevalidate(read, { freshMs: 1_000, now: () => nowMs });
    await value();
    nowMs = 5_000;
    expect(await value()).toBe('old');
    expect(await value()).toBe('old');
  });

  it('fails when there has never been a value', async () => {
    const value = staleWhileRevalidate(() => Promise.reject(new Error('away')), { freshMs: 1 });
    await expect(value()).rejects.toThrow('away');
  });
});
