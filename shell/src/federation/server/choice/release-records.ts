import {
  CloudFrontKeyValueStoreClient,
  GetKeyCommand,
  ResourceNotFoundException,
} from '@aws-sdk/client-cloudfront-keyvaluestore';
// Registers the SigV4a signer that the KeyValueStore's data API asks for.
import '@aws-sdk/signature-v4a';
import {
  parseReleaseRecord,
  type ReleaseRecords,
  recordKey,
  SLICES,
} from '@marketplace/services/domain/releases';
import { env } from '../../../env';
import { staleWhileRevalidate } from '../lib/stale-while-revalidate';

/** Each look costs three signatures, 10 ms of a processor: more often would be felt by every page. */
const FRESH_MS = 2_000;
const TIME_LIMIT_MS = 1_500;

let client: CloudFrontKeyValueStoreClient | undefined;

/** Which release of each slice is live, at most about two seconds old and never waited for twice. */
export const releaseRecords = staleWhileRevalidate(readRecords, { freshMs: FRESH_MS });

async function readRecords(): Promise<ReleaseRecords> {
  const records: ReleaseRecords = {};
  await Promise.all(
    SLICES.map(async (slice) => {
      const record = parseReleaseRecord((await readKey(recordKey(slice))) ?? '');
      if (record) records[slice] = record;
    }),
  );
  return records;
}

async function readKey(key: string): Promise<string | undefined> {
  client ??= new CloudFrontKeyValueStoreClient({ region: 'us-east-1', maxAttempts: 2 });
  try {
    const { Value } = await client.send(
      new GetKeyCommand({ KvsARN: env().RELEASES_KVS_ARN, Key: key }),
      { abortSignal: AbortSignal.timeout(TIME_LIMIT_MS) },
    );
    return Value;
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return undefined;
    throw error;
  }
}
