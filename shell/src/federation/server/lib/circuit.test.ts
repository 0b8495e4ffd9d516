import { describe, expect, it, vi } from 'vitest';
import { createCircuit } from './circuit';

describe('a circuit', () => {
  it('does not try again what failed lately', async () => {
    const circuit = createCircuit({ openMs: 1_000, now: () => 0 });
    const work = vi.fn().mockRejectedValueOnce(new Error('silent')).mockResolvedValue('fine');
    await expect(circuit.run('a', work)).rejects.toThrow('silent');
    await expect(circuit.run('a', work)).rejects.toThrow('failed lately');
    expect(work).toHaveBeenCalledTimes(1);
  });

  it('finds out behind the requests whether it works again', async () => {
    let nowMs = 0;
    const circuit = createCircuit({ openMs: 1_000, now: () => nowMs });
    const never = new Promise<string>(() => undefined);
    await expect(circuit.run('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    nowMs = 1_000;
    const probe = vi.fn(() => never);
    await expect(circuit.run('a', probe)).rejects.toThrow('failed lately');
    await expect(circuit.run('a', probe)).rejects.toThrow('failed lately');
    expect(probe).toHaveBeenCalledTimes(1);
  });

  it('lets requests through once it was seen to work', async () => {
    let nowMs = 0;
    const circuit = createCircuit({ openMs: 1_000, now: () => nowMs });
    const work = vi.fn().mockRejectedValueOnce(new Error('no')).mockResolvedValue('fine');
    await expect(circuit.run('a', work)).rejects.toThrow('no');
    nowMs = 1_000;
    await expect(circuit.run('a', work)).rejects.toThrow('failed lately');
    await expect(circuit.run('a', work)).resolves.toBe('fine');
  });

  it('lets those who ask meanwhile wait for the attempt that is under way', async () => {
    const circuit = createCircuit({ openMs: 1_000, now: () => 0 });
    let fail = (_reason: Error) => {};
    const work = vi.fn(() => new Promise<string>((_, reject) => (fail = reject)));
    const both = [circuit.run('a', work), circuit.run('a', work)];
    fail(new Error('silent'));
    for (const one of both) await expect(one).rejects.toThrow('silent');
    expect(work).toHaveBeenCalledTimes(1);
    await expect(circuit.run('b', async () => 'fine')).resolves.toBe('fine');
  });

  it('keeps one broken thing from closing another', async () => {
    const circuit = createCircuit({ openMs: 1_000, now: () => 0 });
    await expect(circuit.run('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    await expect(circuit.run('b', async () => 'fine')).resolves.toBe('fine');
  });

  it('forgets the oldest failures when there are very many', async () => {
    const circuit = createCircuit({ openMs: 1_000, now: () => 0 });
    const broken = () => Promise.reject(new Error('no'));
    for (let thing = 0; thing <= 500; thing += 1) {
      await expect(circuit.run(`thing ${thing}`, broken)).rejects.toThrow('no');
    }
    await expect(circuit.run('thing 500', broken)).rejects.toThrow('failed lately');
    await expect(circuit.run('thing 0', async () => 'fine')).resolves.toBe('fine');
  });
});
