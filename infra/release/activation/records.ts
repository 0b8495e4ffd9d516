import {
  ConflictException,
  DescribeKeyValueStoreCommand,
  GetKeyCommand,
  PutKeyCommand,
  ResourceNotFoundException,
  ValidationException,
} from '@aws-sdk/client-cloudfront-keyvaluestore';
import {
  parseReleaseRecord,
  recordKey,
  type SliceName,
} from '@marketplace/services/domain/releases';
import type { ReleaseClients, ReleaseTarget } from '../target';
import type { StoredRecord } from './activation';

const ATTEMPTS = 8;

/** Somebody else moved this slice between our reading and our writing. */
export class ReleaseConflict extends Error {}

/** What is served of a slice now; `undefined` before its first release. */
export async function readRecord(
  slice: SliceName,
  { releasesKvsArn }: ReleaseTarget,
  { releases }: ReleaseClients,
): Promise<StoredRecord | undefined> {
  try {
    const { Value } = await releases.send(
      new GetKeyCommand({ KvsARN: releasesKvsArn, Key: recordKey(slice) }),
    );
    return parseReleaseRecord(Value ?? '');
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return undefined;
    throw error;
  }
}

/**
 * Writes what `change` makes of the slice's record. The store has one ETag for all slices: when
 * another slice's release came in between we write again, when it was this slice's we refuse. Who
 * decided on an earlier look at the record passes it as `expected`.
 */
export async function changeRecord(
  slice: SliceName,
  change: (current: StoredRecord | undefined) => StoredRecord,
  target: ReleaseTarget,
  clients: ReleaseClients,
  expected?: StoredRecord | 'none',
): Promise<StoredRecord> {
  const before =
    expected === undefined
      ? await readRecord(slice, target, clients)
      : expected === 'none'
        ? undefined
        : expected;
  const wanted = change(before);
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const store = await clients.releases.send(
      new DescribeKeyValueStoreCommand({ KvsARN: target.releasesKvsArn }),
    );
    const now = await readRecord(slice, target, clients);
    if (JSON.stringify(now) !== JSON.stringify(before)) throw lost(slice, now);
    try {
      await clients.releases.send(
        new PutKeyCommand({
          KvsARN: target.releasesKvsArn,
          Key: recordKey(slice),
          Value: JSON.stringify(wanted),
          IfMatch: store.ETag,
        }),
      );
      return wanted;
    } catch (error) {
      if (!isStale(error)) throw error;
    }
  }
  throw new ReleaseConflict(`The release store stayed busy; ${slice} is unchanged. Try again.`);
}

const isStale = (error: unknown) =>
  error instanceof ConflictException || error instanceof ValidationException;

function lost(slice: SliceName, now: StoredRecord | undefined): ReleaseConflict {
  const who = now?.by ? `${now.by} released ${slice}` : `Somebody else released ${slice}`;
  const what = now
    ? `live is now ${now.live}${now.canary ? `, canary ${now.canary}` : ''}`
    : 'it is gone';
  return new ReleaseConflict(`${who} meanwhile (${what}); you lost, nothing was changed.`);
}
