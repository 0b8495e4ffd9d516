import { GetObjectCommand, paginateListObjectsV2, S3Client } from '@aws-sdk/client-s3';
import type { SliceName } from '@marketplace/kit/slice';
import { env } from '../../../env';

const TIME_LIMIT_MS = 1_500;
const LARGEST_FILE_BYTES = 8 * 1024 * 1024;

let client: S3Client | undefined;

/** A file of the private part of the slices bucket; throws when it is missing, late or oversized. */
export async function readReleaseFile(key: string): Promise<Uint8Array> {
  const { Body, ContentLength } = await bucket().send(
    new GetObjectCommand({ Bucket: env().SLICES_BUCKET_NAME, Key: key }),
    { abortSignal: AbortSignal.timeout(TIME_LIMIT_MS) },
  );
  if ((ContentLength ?? 0) > LARGEST_FILE_BYTES) throw new Error(`${key} is larger than allowed`);
  if (!Body) throw new Error(`${key} is empty`);
  return Body.transformToByteArray();
}

/** Every release of a slice that was uploaded. */
export async function listReleases(slice: SliceName): Promise<string[]> {
  const Prefix = `server/${slice}/`;
  const config = { client: bucket() };
  const query = { Bucket: env().SLICES_BUCKET_NAME, Prefix, Delimiter: '/' };
  const pages = paginateListObjectsV2(config, query, {
    abortSignal: AbortSignal.timeout(TIME_LIMIT_MS),
  });
  const releases: string[] = [];
  for await (const { CommonPrefixes = [] } of pages) {
    releases.push(
      ...CommonPrefixes.map(({ Prefix: found = '' }) => found.slice(Prefix.length, -1)),
    );
  }
  return releases;
}

function bucket(): S3Client {
  client ??= new S3Client({ region: env().AWS_REGION, forcePathStyle: true, maxAttempts: 2 });
  return client;
}
