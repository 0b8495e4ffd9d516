import type { IncomingMessage } from 'node:http';
import { cookieValue } from '@marketplace/services/domain/identity';
import {
  BUCKET_COOKIE,
  bucketOf,
  parseReleases,
  pickReleases,
  RELEASES_HEADER,
  type Releases,
} from '@marketplace/services/domain/releases';
import { releaseRecords } from './release-records';
import { warmReleases } from './warm';

/**
 * The releases to render a page with: those that the edge put into its cache key, or, where the edge
 * chooses none (protected pages), what the same rule gives here. Empty when the store cannot be read.
 */
export async function chosenReleases({ headers, socket }: IncomingMessage): Promise<Releases> {
  const records = releaseRecords();
  records.then(warmReleases).catch(() => undefined);
  const named = headers[RELEASES_HEADER];
  if (typeof named === 'string' && named !== '') return parseReleases(named);
  try {
    const cookie = cookieValue(headers.cookie, BUCKET_COOKIE);
    const bucket = bucketOf(cookie, socket.remoteAddress ?? '', headers['user-agent'] ?? '');
    return pickReleases(await records, bucket);
  } catch {
    return {};
  }
}
