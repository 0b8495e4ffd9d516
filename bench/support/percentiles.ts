export interface Percentiles {
  p50: number;
  p99: number;
}

/** Times one call after another, in milliseconds, after a warm-up. */
export async function timed(run: () => unknown, calls: number): Promise<Percentiles> {
  for (let index = 0; index < calls / 5; index += 1) await run();
  const samples: number[] = [];
  for (let index = 0; index < calls; index += 1) {
    const startMs = performance.now();
    await run();
    samples.push(performance.now() - startMs);
  }
  return percentilesOf(samples);
}

export function percentilesOf(samples: number[]): Percentiles {
  const sorted = samples.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
  return { p50: at(0.5), p99: at(0.99) };
}

/** The middle one; of an even number the upper of the two. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

export const inMicroseconds = ({ p50, p99 }: Percentiles) =>
  `${(p50 * 1000).toFixed(1)} / ${(p99 * 1000).toFixed(1)} µs`;

export const inMilliseconds = ({ p50, p99 }: Percentiles) =>
  `${p50.toFixed(2)} / ${p99.toFixed(2)} ms`;
