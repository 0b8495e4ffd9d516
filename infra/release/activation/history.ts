import { GetObjectCommand, ListObjectsV2Command, PutObjectCommand } from '@aws-sdk/client-s3';
import type { SliceName } from '@marketplace/kit/slice';
import { z } from 'zod';
import type { ReleaseClients, ReleaseTarget } from '../target';

const served = z.object({
  live: z.string(),
  canary: z.string().optional(),
  share: z.number().optional(),
});

const historyEntry = z.object({
  at: z.iso.datetime(),
  by: z.string(),
  action: z.string(),
  /** What was served before; absent for a slice's first release. */
  from: served.optional(),
  to: served,
});

/** One change of what visitors get. */
export type HistoryEntry = z.infer<typeof historyEntry>;

type Bucket = Pick<ReleaseTarget, 'slicesBucket'>;
type S3 = Pick<ReleaseClients, 's3'>;

const SHOWN_ENTRIES = 20;

/** Beside the releases and as private as their server files. */
const prefixOf = (slice: SliceName) => `history/${slice}/`;

/** Adds a change. Each is an object of its own, so that nobody overwrites what another wrote. */
export async function addToHistory(
  slice: SliceName,
  entry: HistoryEntry,
  { slicesBucket }: Bucket,
  { s3 }: S3,
): Promise<void> {
  const Key = `${prefixOf(slice)}${entry.at}-${entry.to.canary ?? entry.to.live}.json`;
  await s3.send(
    new PutObjectCommand({
      Bucket: slicesBucket,
      Key,
      Body: JSON.stringify(historyEntry.strip().parse(entry)),
      ContentType: 'application/json',
    }),
  );
}

/** The latest changes of a slice, newest first. */
export async function readHistory(
  slice: SliceName,
  { slicesBucket: Bucket }: Bucket,
  { s3 }: S3,
): Promise<HistoryEntry[]> {
  const keys: string[] = [];
  let ContinuationToken: string | undefined;
  do {
    const page = await s3.send(
      new ListObjectsV2Command({
        Bucket,
        Prefix: prefixOf(slice),
        ...(ContinuationToken && { ContinuationToken }),
      }),
    );
    keys.push(...(page.Contents ?? []).flatMap(({ Key }) => Key ?? []));
    ContinuationToken = page.NextContinuationToken;
  } while (ContinuationToken);
  const latest = keys.sort().slice(-SHOWN_ENTRIES).reverse();
  return Promise.all(
    latest.map(async (Key) => {
      const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key }));
      return historyEntry.parse(JSON.parse((await Body?.transformToString()) ?? ''));
    }),
  );
}
