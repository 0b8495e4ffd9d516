import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseManifest, type ReleaseManifest } from '@marketplace/kit/federation/manifest';
import { SLICE_NAMES, type SliceName } from '@marketplace/kit/slice';
import { readRecord } from '../activation/records';
import { uploadedManifest } from '../build/upload-release';
import { type ReleaseTarget, releaseClients } from '../target';

/**
 * Whether everybody who hears a slice's events goes on hearing them: compares a built release with
 * what is served of all slices. Throws a sentence for every event that would no longer come.
 */
export async function checkHeardEvents(
  directory: string,
  slice: SliceName,
  target: ReleaseTarget,
): Promise<string> {
  const next = parseManifest(await readFile(path.join(directory, 'manifest.json'), 'utf8'));
  const served = await servedManifests(target);
  const lost = lostEvents(
    next,
    served.filter((manifest) => manifest !== undefined),
  );
  if (lost.length === 0) return `sends ${next.events.sends.join(', ') || 'none'}`;
  throw new Error(
    `${slice} leaves others waiting:\n${lost.map((sentence) => `  - ${sentence}`).join('\n')}`,
  );
}

/** Events that a served release of the slice sends, the next one does not, and another slice hears. */
export function lostEvents(
  next: Pick<ReleaseManifest, 'slice' | 'events'>,
  served: readonly Pick<ReleaseManifest, 'slice' | 'release' | 'events'>[],
): string[] {
  const own = served.filter(({ slice }) => slice === next.slice);
  const sent = new Set(own.flatMap(({ events }) => events.sends));
  return served
    .filter(({ slice }) => slice !== next.slice)
    .flatMap(({ slice, release, events }) =>
      events.hears
        .filter((name) => sent.has(name) && !next.events.sends.includes(name))
        .map((name) => `it no longer sends ${name}, which ${slice} ${release} hears`),
    );
}

async function servedManifests(target: ReleaseTarget): Promise<(ReleaseManifest | undefined)[]> {
  const clients = releaseClients(target);
  const reading = SLICE_NAMES.map(async (slice) => {
    const { live, canary } = (await readRecord(slice, target, clients)) ?? {};
    const releases = [live, canary].filter((release) => release !== undefined);
    const manifests = releases.map((release) => uploadedManifest(slice, release, target, clients));
    return (await Promise.all(manifests)).map((manifest) =>
      // A release that this stage's key did not sign is served by nobody.
      typeof manifest === 'string' ? undefined : manifest,
    );
  });
  return (await Promise.all(reading)).flat();
}
