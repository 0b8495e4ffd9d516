import type { SliceName } from '@marketplace/kit/slice';
import { runTool } from '../run-tool';

const SUMMARY = /Tests\s+(\d+ passed)/;

/** Runs the slice's own tests; throws with their output when one fails. */
export async function runSliceTests(root: string, slice: SliceName): Promise<string> {
  const args = ['run', '--project', 'unit-*', '--passWithNoTests', `${slice}/`];
  const output = await runTool(root, ['vitest', ...args], { env: { NO_COLOR: '1' } });
  return SUMMARY.exec(output)?.[1] ?? 'it has none';
}
