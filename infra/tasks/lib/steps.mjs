import { Sentence } from './run.mjs';

const ANNOUNCE_AFTER_MS = 2_000;

function printLine(mark, label, startedMs) {
  console.log(`  ${mark} ${label}  ${((performance.now() - startedMs) / 1000).toFixed(1)} s`);
}

/**
 * Runs one step and prints a line with its time; a step that takes long says first what it does.
 * The step may return a note for the line, alone or as `{ note, hasFailed }`.
 */
export async function step(label, work) {
  const startedMs = performance.now();
  const timer = setTimeout(() => console.log(`  · ${label} …`), ANNOUNCE_AFTER_MS);
  try {
    const result = await work();
    const { note, hasFailed = false } =
      typeof result === 'string' ? { note: result } : (result ?? {});
    printLine(hasFailed ? '✗' : '✓', note ? `${label} (${note})` : label, startedMs);
  } catch (error) {
    printLine('✗', label, startedMs);
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

/** Waits for steps that go on side by side; when one fails, the others come to their end first. */
export async function allDone(steps) {
  const outcomes = await Promise.allSettled(steps);
  const failed = outcomes.find(({ status }) => status === 'rejected');
  if (failed) throw failed.reason;
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
