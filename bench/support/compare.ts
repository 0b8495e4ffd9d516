export interface Timing {
  medianMs: number;
  minMs: number;
  maxMs: number;
}

function timingOf(samplesMs: number[]): Timing {
  const sorted = samplesMs.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
  return { medianMs: at(0.5), minMs: at(0), maxMs: at(1) };
}

function sampleMs(run: () => unknown): number {
  const startMs = performance.now();
  run();
  return performance.now() - startMs;
}

/** Runs two ways of doing the same in turn, A B A B …, so that a drifting machine is fair to both. */
export function compare(ours: () => unknown, peer: () => unknown, rounds = 41) {
  for (let warm = 0; warm < 5; warm++) {
    ours();
    peer();
  }
  const samples = Array.from({ length: rounds }, () => [sampleMs(ours), sampleMs(peer)] as const);
  return {
    ours: timingOf(samples.map(([first]) => first)),
    peer: timingOf(samples.map(([, second]) => second)),
    ratio: timingOf(samples.map(([first, second]) => first / second)).medianMs,
  };
}

export function printComparison(
  title: string,
  names: [string, string],
  result: ReturnType<typeof compare>,
) {
  const line = (name: string, { medianMs, minMs, maxMs }: Timing) =>
    `  ${name.padEnd(24)} ${medianMs.toFixed(2)} ms  (${minMs.toFixed(2)}–${maxMs.toFixed(2)})`;
  console.log(title);
  console.log(line(names[0], result.ours));
  console.log(line(names[1], result.peer));
  console.log(`  ratio ${result.ratio.toFixed(3)}`);
}
