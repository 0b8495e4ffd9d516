import { reportInterruption } from '../cli/interruption';
import { releaseSlice } from '../release-slice';
import { createProgress } from '../report/progress';
import { aBuild } from './a-build';
import { TARGET } from './release-cloud';

/** A release in a process of its own, to be killed: `tsx interruptible.ts <root> <step to hang in>`. */
const [root = '', hangingStep] = process.argv.slice(2);
const slice = 'mf-catalog';
const progress = createProgress((text) => process.stdout.write(text));
reportInterruption(slice, TARGET, progress, console.error);

async function hangIn(step: string): Promise<void> {
  if (step !== hangingStep) return;
  process.stdout.write('HANGS');
  await new Promise((resolve) => setTimeout(resolve, 60_000));
}

const checkOf = (name: string) => ({
  name,
  run: async () => {
    await hangIn(name);
    return 'fine';
  },
});

await releaseSlice({
  slice,
  target: TARGET,
  progress,
  by: 'somebody@example.test',
  root,
  checks: {
    ofSources: [checkOf('contract'), checkOf('tests')],
    ofBuild: [checkOf('budgets')],
    ofServed: [],
  },
  build: async (build) => {
    await hangIn('build');
    return aBuild(build);
  },
});
