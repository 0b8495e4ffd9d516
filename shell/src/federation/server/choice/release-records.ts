import {
  CloudFrontKeyValueStoreClient,
  paginateListKeys,
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

/** Each look costs a signature, 3 ms of a processor: more often would be felt by every page. */
const FRESH_MS = 2_000;
const TIME_LIMIT_MS = 1_500;
/** The most that the store gives in one answer. */
const PAGE_KEYS = 50;

let client: CloudFrontKeyValueStoreClient | undefined;

/** Which release of each slice is live, at most about two seconds old and never waited for twice. */
export const releaseRecords = staleWhileRevalidate(readRecords, { freshMs: FRESH_MS });

/** All keys at once: a signature by SigV4a is dearer than the few keys that are no slice's. */
async function readRecords(): Promise<ReleaseRecords> {
  client ??= new CloudFrontKeyValueStoreClient({ region: 'us-east-1', maxAttempts: 2 });
  const stored = new Map<string, string>();
  const pages = paginateListKeys(
    { client, pageSize: PAGE_KEYS },
    { KvsARN: env().RELEASES_KVS_ARN },
    { abortSignal: AbortSignal.timeout(TIME_LIMIT_MS) },
  );
  for await (const { Items = [] } of pages) {
    for (const { Key = '', Value = '' } of Items) stored.set(Key, Value);
  }
  const records: ReleaseRecords = {};
  for (const slice of SLICES) {
    const record = parseReleaseRecord(stored.get(recordKey(slice)) ?? '');
    if (record) records[slice] = record;
  }
  return records;
}
