import { parseArgs } from 'node:util';
import { SLICE_NAMES, type SliceName } from '@marketplace/kit/slice';
import { parseStageName } from '../config';
import { promoted, rolledBack, type StoredRecord } from './activation/activation';
import { changeRecord } from './activation/records';
import { releaseSlice } from './release-slice';
import { stageTarget } from './stage-target';
import { statusTable } from './status';
import { type ReleaseTarget, releaseClients } from './target';

const USAGE = `Usage, for a slice of ${SLICE_NAMES.join(', ')}:
  npm run release -- <slice> [--canary 10] [--stage local]
  npm run release -- promote <slice>
  npm run release -- rollback <slice>
  npm run release -- status`;

const CHANGES: Record<string, (before: StoredRecord | undefined) => StoredRecord> = {
  promote: promoted,
  rollback: rolledBack,
};

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { canary: { type: 'string' }, stage: { type: 'string', default: 'local' } },
  });
  const [first = '', second] = positionals;
  const stage = parseStageName(values.stage);
  if (first === 'status') {
    console.log(await statusTable(await stageTarget(stage)));
  } else if (CHANGES[first]) {
    await change(first, sliceNamed(second), await stageTarget(stage));
  } else {
    const slice = sliceNamed(first);
    const canaryShare = values.canary === undefined ? undefined : shareOf(values.canary);
    const target = await stageTarget(stage);
    await releaseSlice({
      slice,
      target,
      log: console.log,
      ...(canaryShare === undefined ? {} : { canaryShare }),
    });
  }
}

async function change(name: string, slice: SliceName, target: ReleaseTarget): Promise<void> {
  const next = CHANGES[name] ?? promoted;
  const record = await changeRecord(slice, next, target, releaseClients(target));
  console.log(`${slice} ${record.live}: live`);
}

function sliceNamed(name: string | undefined): SliceName {
  const slice = SLICE_NAMES.find((known) => known === name);
  if (!slice) throw new Error(USAGE);
  return slice;
}

function shareOf(text: string): number {
  const share = Number(text);
  if (Number.isInteger(share) && share > 0 && share < 100) return share;
  throw new Error('--canary takes a whole percentage between 1 and 99.');
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
