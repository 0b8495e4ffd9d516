import { crc32 } from 'node:zlib';
import type { Source } from '../source/postgres';
import { FILES } from '../source/queries';
import type { FileRow } from '../source/rows';
import { type Finding, Rejected } from '../transform/findings';

/** Where files are read from. */
export interface StoredFiles {
  /** @throws Rejected `FILE_UNREADABLE` or `FILE_TOO_LARGE` */
  read(bucket: string, name: string): Promise<Uint8Array>;
}

/** Where they go. */
export interface FileTarget {
  /** The store refuses a body that is not what the checksum says. */
  put(file: { key: string; body: Uint8Array; contentType: string; crc32: string }): Promise<void>;
  /** CRC-32 of what is there; undefined for nothing. */
  checksum(key: string): Promise<string | undefined>;
}

export const MAX_FILE_BYTES = 50 * 1024 * 1024;
const FIRST_ID = '00000000-0000-0000-0000-000000000000';
const MAX_KEY_LENGTH = 900;

/** Every file after this one, with the key it goes to or why it stays. */
export async function* filesOf(
  source: Source,
  after: string = FIRST_ID,
): AsyncGenerator<{ row: FileRow; key: string } | { row: FileRow; finding: Finding }> {
  for await (const page of source.stream<FileRow>(FILES, [after])) {
    for (const row of page) {
      try {
        yield { row, key: keyOf(row) };
      } catch (error) {
        yield { row, finding: fileFinding(row, error) };
      }
    }
  }
}

/** What is to be known of a file that stays behind. @throws whatever is no rejection */
export function fileFinding({ id }: FileRow, error: unknown): Finding {
  if (!(error instanceof Rejected)) throw error;
  const { reason, detail } = error;
  return { table: 'files', id, reason, ...(detail && { detail }) };
}

/** Public files stay public, below `media/`; the others are nobody's to read. */
function keyOf({ bucket_id, is_public, name, size }: FileRow): string {
  const key = `${is_public ? 'media' : 'uploads'}/migrated/${bucket_id}/${name}`;
  const isPlain = /^[\w.\-/ ()]+$/.test(key) && !key.split('/').includes('..');
  if (is_public === null || !isPlain || key.length > MAX_KEY_LENGTH) throw new Rejected('BAD_FILE');
  if (Number(size ?? 0) > MAX_FILE_BYTES) throw new Rejected('FILE_TOO_LARGE', `${size} bytes`);
  return key;
}

/** As S3 writes it. */
export function crc32Of(body: Uint8Array): string {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(crc32(body));
  return bytes.toString('base64');
}
