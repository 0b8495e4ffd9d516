import { describe, expect, it, vi } from 'vitest';
import { createCircuit } from './circuit';

describe('a circuit', () => {
  it('does not try again what failed lately, and tries again later', async () => {
    let nowMs = 0;
    const circuit = createCircuit({ openMs: 1_000, now: () => nowMs });
    const work = vi.fn().mockRejectedValueOnce(new Error('silent')).mockResolvedValue('fine');
    await expect(circuit.run('a', work)).rejects.toThrow('silent');
    await expect(circuit.run('a', work)).rejects.toThrow('failed lately');
    expect(work).toHaveBeenCalledTimes(1);
    nowMs = 1_000;
    await expect(circuit.run('a', work)).resolves.toBe('fine');
    await expect(circuit.run('a', work)).resolves.toBe('fine');
  });

  it('keeps one broken thing from closing another', async () => {
    const circuit = createCircuit({ openMs: 1_000, now: () => 0 });
    await expect(circuit.run('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    await expect(circuit.run('b', async () => 'fine')).resolves.toBe('fine');
  });
});
