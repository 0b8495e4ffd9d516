import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { SortKey } from './rank';

/** Where a page ended. The next one starts behind it, whatever was added or removed meanwhile. */
export interface Position {
  key: SortKey;
  id: string;
}

const Encoded = z.tuple([z.string(), z.array(z.number()), z.string()]);

/** An opaque text that only continues the query it was made for. */
export function encodeCursor(query: string, { key, id }: Position): string {
  return Buffer.from(JSON.stringify([seal(query, key, id), key, id])).toString('base64url');
}

/** The position, or undefined when the text is damaged, made up or of another query. */
export function decodeCursor(query: string, cursor: string): Position | undefined {
  const decoded = Encoded.safeParse(parseJson(Buffer.from(cursor, 'base64url').toString('utf8')));
  if (!decoded.success) return undefined;
  const [sealed, key, id] = decoded.data;
  return sealed === seal(query, key, id) ? { key, id } : undefined;
}

function seal(query: string, key: SortKey, id: string): string {
  const text = JSON.stringify([query, key, id]);
  return createHash('sha256').update(text).digest('base64url').slice(0, 16);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
