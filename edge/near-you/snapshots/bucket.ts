import { type Credentials, signedHeaders } from './sign';

/** An object as a bucket answered it. */
export type Fetched =
  | { kind: 'found'; text: string; etag: string | undefined; modifiedMs: number }
  | { kind: 'unchanged' };

export type FetchObject = (key: string, etag: string | undefined) => Promise<Fetched>;

const TIME_LIMIT_MS = 900;
const LARGEST_BYTES = 12 * 1024 * 1024;

/** Reads objects of a bucket by its base URL; rejects for everything but the object or "unchanged". */
export function bucketReader(
  baseUrl: string,
  region: string,
  credentials: () => Credentials,
): FetchObject {
  return async (key, etag) => {
    const url = new URL(`${baseUrl}/${key}`);
    const auth = { region, credentials: credentials(), now: new Date() };
    const response = await fetch(url, {
      headers: {
        ...signedHeaders(url, auth),
        ...(etag !== undefined && { 'if-none-match': etag }),
      },
      signal: AbortSignal.timeout(TIME_LIMIT_MS),
    });
    if (response.status === 304) return { kind: 'unchanged' };
    const isTooLarge = Number(response.headers.get('content-length')) > LARGEST_BYTES;
    if (!response.ok || isTooLarge) {
      await response.body?.cancel();
      throw new Error(`${url.pathname}: ${response.status}`);
    }
    return {
      kind: 'found',
      text: await response.text(),
      etag: response.headers.get('etag') ?? undefined,
      modifiedMs: Date.parse(response.headers.get('last-modified') ?? ''),
    };
  };
}
