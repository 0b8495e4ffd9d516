import type { SliceName } from '@marketplace/kit/slice';
import { readRecord } from '../activation/records';
import type { Progress } from '../report/progress';
import { type ReleaseTarget, releaseClients } from '../target';

const EXIT_CODES = { SIGINT: 130, SIGTERM: 143 } as const;

/** When a release is interrupted: asks the store what is served now, says so, and ends. */
export function reportInterruption(
  slice: SliceName,
  target: ReleaseTarget,
  progress: Progress,
  say: (line: string) => void,
): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, async () => {
      const at = progress.current ?? 'start';
      const served = await servedNow(slice, target);
      say(`\nInterrupted at ${at}. ${served}`);
      process.exit(EXIT_CODES[signal]);
    });
  }
}

async function servedNow(slice: SliceName, target: ReleaseTarget): Promise<string> {
  try {
    const record = await readRecord(slice, target, releaseClients(target));
    if (!record) return `No release of ${slice} is live.`;
    const canary = record.canary ? `, ${record.canary} for ${record.share}%` : '';
    return `Visitors get ${slice} ${record.live}${canary}, since ${record.since ?? 'long ago'}.`;
  } catch (error) {
    return `What visitors get could not be read (${String(error)}): see \`npm run release -- status\`.`;
  }
}
