const seconds = (durationMs: number) => `${(durationMs / 1000).toFixed(1)} s`;

/** One finished step, in the form that the tasks print theirs. */
export function reportStep(name: string, durationMs: number, detail = ''): void {
  console.log(`  ✓ ${name}${detail === '' ? '' : ` (${detail})`}  ${seconds(durationMs)}`);
}

/** Runs a step and prints its line; what it returns is added to it. */
export async function step(name: string, work: () => Promise<string>): Promise<void> {
  const startedMs = performance.now();
  const detail = await work();
  reportStep(name, performance.now() - startedMs, detail);
}
