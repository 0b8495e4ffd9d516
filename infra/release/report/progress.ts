/** The steps of a release, told to a person while they happen. */
export interface Progress {
  /** Runs a step and says how long it took, with `describe`'s words on its outcome. */
  step<Result>(
    name: string,
    work: () => Promise<Result>,
    describe: (result: Result) => string,
  ): Promise<Result>;
  /** Name of the step that runs now. */
  readonly current: string | undefined;
}

/** Writes the start of a line when a step starts and completes it when the step ends. */
export function createProgress(
  write: (text: string) => void,
  nowMs = () => performance.now(),
): Progress {
  let current: string | undefined;
  return {
    get current() {
      return current;
    },
    async step(name, work, describe) {
      current = name;
      write(`  ${name.padEnd(9)}`);
      const startedMs = nowMs();
      try {
        const result = await work();
        const seconds = ((nowMs() - startedMs) / 1000).toFixed(1);
        write(`${seconds.padStart(6)} s  ${describe(result)}\n`);
        current = undefined;
        return result;
      } catch (error) {
        write('  failed\n');
        throw error;
      }
    },
  };
}
