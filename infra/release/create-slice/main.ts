import { spawnSync } from 'node:child_process';
import { runTool } from '../run-tool';
import { createSlice } from './create-slice';
import { type NewSlice, sliceNamed } from './new-slice';

const ROOT = process.cwd();

async function main(): Promise<void> {
  const slice = sliceNamed(process.argv[2]);
  const changed = await createSlice(ROOT, slice);
  // Another process, since this one has read the list of slices already.
  await runTool(ROOT, ['tsx', 'infra/release/cli/main.ts', 'contract']);
  await runTool(ROOT, ['biome', 'check', '--write', slice.slice, ...changed]);
  const install = spawnSync('npm', ['install', '--no-audit', '--no-fund'], { stdio: 'inherit' });
  if (install.status !== 0) throw new Error('npm install failed: run it again, then go on.');
  console.log(nextSteps(slice, changed));
}

function nextSteps({ slice, short }: NewSlice, changed: string[]): string {
  const steps = [
    ['npm run check', 'format, types, boundaries, texts and fast tests'],
    ['npm start', `the shell with its new page and the slice’s first release; anew if it runs`],
    [`npm run release -- ${slice}`, 'every further release: nothing else is rebuilt'],
    [
      `npm run dev -w ${slice}`,
      `the slice with hot reload: alone at /${short}, or inside the shell, see /_slices`,
    ],
  ];
  const width = Math.max(...steps.map(([command = '']) => command.length));
  return [
    `\n${slice} is there; the shell’s page for it is /${short}, its texts are in ${slice}/messages.\n`,
    ...steps.map(([command = '', what]) => `  ${command.padEnd(width)}  ${what}`),
    '\nNothing leads to the page yet: links are in shell/src/layout, the sitemap in shell/src/sitemap.',
    `Also changed: ${changed.join(', ')}`,
  ].join('\n');
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
