import { spawnSync } from 'node:child_process';
import { runTool } from '../run-tool';
import { createSlice, sliceNamed } from './create-slice';

const ROOT = process.cwd();

async function main(): Promise<void> {
  const slice = sliceNamed(process.argv[2]);
  const changed = await createSlice(ROOT, slice);
  // Another process, since this one has read the list of slices already.
  await runTool(ROOT, ['tsx', 'infra/release/cli/main.ts', 'contract']);
  await runTool(ROOT, ['biome', 'check', '--write', slice.slice, ...changed]);
  const install = spawnSync('npm', ['install', '--no-audit', '--no-fund'], { stdio: 'inherit' });
  if (install.status !== 0) throw new Error('npm install failed: run it again, then go on.');
  console.log(`
${slice.slice} is there, and the shell shows it at /${slice.short}.

  npm start                        builds the shell with the new page and releases the slice
  npm run dev -w ${slice.slice}    the slice alone, with hot reload
  npm run release -- ${slice.slice}

Also changed: ${changed.join(', ')}`);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
