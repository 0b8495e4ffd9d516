import { SLICE_NAMES, type SliceName } from '@marketplace/kit/slice';
import { readRecord } from '../activation/records';
import { type ReleaseTarget, releaseClients } from '../target';
import { errorsInWords, type Observe, p75InWords, type ReleaseObservation } from './observations';
import { shortInstant, table } from './table';

const HEADINGS = ['slice', 'live', 'canary', 'share', 'since', 'by', 'errors', 'p75'];

/** What is served of every slice, and how it fares: one row a slice, live and canary in one cell. */
export async function statusTable(target: ReleaseTarget, observe: Observe): Promise<string> {
  const clients = releaseClients(target);
  const rows = await Promise.all(
    SLICE_NAMES.map(async (slice) => {
      const record = await readRecord(slice, target, clients);
      if (!record) return [slice, ...HEADINGS.slice(1).map(() => '–')];
      const { live, canary, share = 0, since, by = '–' } = record;
      return [
        slice,
        live,
        canary ?? '–',
        canary ? `${share}%` : '–',
        since ? shortInstant(since) : '–',
        by,
        ...(await observed(slice, [live, ...(canary ? [canary] : [])], observe)),
      ];
    }),
  );
  return table([HEADINGS, ...rows]);
}

async function observed(slice: SliceName, releases: string[], observe: Observe): Promise<string[]> {
  const seen = await Promise.all(releases.map((release) => observe(slice, release)));
  const cell = (words: (observation: ReleaseObservation | undefined) => string) =>
    seen.map(words).join(' / ');
  return [cell(errorsInWords), cell(p75InWords)];
}
