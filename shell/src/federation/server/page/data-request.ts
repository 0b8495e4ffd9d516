import type { IncomingMessage } from 'node:http';

/** Next fetches a page's data alone when somebody goes there by a link. */
export function isDataRequest({ url = '', headers }: IncomingMessage): boolean {
  return url.startsWith('/_next/data/') || headers['x-nextjs-data'] !== undefined;
}
