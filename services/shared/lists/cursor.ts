import { createHash } from 'node:crypto';
import { z } from 'zod';

const Sealed = z.tuple([z.string(), z.unknown()]);

/** An opaque text for the place where a page of a list ended; `list` names the list with its query. */
export function sealCursor(list: string, position: unknown): string {
  return Buffer.from(JSON.stringify([sealOf(list, position), position])).toString('base64url');
}

/** The position, or undefined when the text is damaged, made up or of another list. */
export function openCursor(list: string, cursor: string): unknown {
  const sealed = Sealed.safeParse(parseJson(Buffer.from(cursor, 'base64url').toString('utf8')));
  if (!sealed.success) return undefined;
  const [seal, position] = sealed.data;
  return seal === sealOf(list, position) ? position : undefined;
}

function sealOf(list: string, position: unknown): string {
  const text = JSON.stringify([list, position]);
  return createHash('sha256').update(text).digest('base64url').slice(0, 16);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
