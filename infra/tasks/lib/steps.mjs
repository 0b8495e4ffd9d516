import { Sentence } from './run.mjs';

const ANNOUNCE_AFTER_MS = 2_000;

const seconds = (sinceMs) => `${((performance.now() - sinceMs) / 1000).toFixed(1)} s`;

/**
 * Runs one step and prints a line with its time; a step that takes long says first what it does.
 * A string that the step returns is added to the line.
 */
export async function step(label, work) {
  const startedMs = performance.now();
  const timer = setTimeout(() => console.log(`  · ${label} …`), ANNOUNCE_AFTER_MS);
  try {
    const note = await work();
    const shown = typeof note === 'string' ? ` (${note})` : '';
    console.log(`  ✓ ${label}${shown}  ${seconds(startedMs)}`);
  } catch (error) {
    console.log(`  ✗ ${label}  ${seconds(startedMs)}`);
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

/** Runs a task; a failure is one sentence when one is known, and the exit code says so. What else still runs is ended. */
export async function main(task) {
  try {
    await task();
  } catch (error) {
    console.error(`\n${error instanceof Sentence ? error.message : error.stack}`);
    process.exit(1);
  }
}
