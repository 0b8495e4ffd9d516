import { step } from '../steps.mjs';

/** Adds up suites; each prints its line, and what failed is shown at once. */
export function createTally() {
  const total = { passed: 0, failed: 0 };
  return {
    /** Runs a suite that answers `{ passed, failed, output? }`; one that breaks is one failure. */
    async suite(name, work) {
      let result;
      await step(name, async () => {
        result = await work().catch((error) => ({ passed: 0, failed: 1, output: error.message }));
        const note = `${result.passed} passed, ${result.failed} failed`;
        return { note, hasFailed: result.failed > 0 };
      });
      total.passed += result.passed;
      total.failed += result.failed;
      if (result.failed > 0) console.log(`\n${result.output}\n`);
    },
    /** The summary, and the exit code that goes with it. */
    finish() {
      process.exitCode = total.failed === 0 ? 0 : 1;
      console.log(`${total.passed} passed, ${total.failed} failed`);
    },
  };
}
