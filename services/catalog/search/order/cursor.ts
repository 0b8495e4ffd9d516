import { z } from 'zod';
import { openCursor, sealCursor } from '../../../shared/lists';
import type { SortKey } from './rank';

/** Where a page ended. The next one starts behind it, whatever was added or removed meanwhile. */
export interface Position {
  key: SortKey;
  id: string;
}

const Encoded = z.tuple([z.array(z.number()), z.string()]);

export function encodeCursor(query: string, { key, id }: Position): string {
  return sealCursor(query, [key, id]);
}

/** The position, or undefined when the cursor is not of this query. */
export function decodeCursor(query: string, cursor: string): Position | undefined {
  const decoded = Encoded.safeParse(openCursor(query, cursor));
  return decoded.success ? { key: decoded.data[0], id: decoded.data[1] } : undefined;
}
