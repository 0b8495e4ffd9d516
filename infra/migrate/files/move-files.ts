import type { Source } from '../source/postgres';
import type { FileRow } from '../source/rows';
import type { MigrationState } from '../state/state';
import type { Finding } from '../transform/findings';
import { crc32Of, type FileTarget, fileFinding, filesOf, type StoredFiles } from './files';

export interface FilePorts {
  source: Source;
  from: StoredFiles;
  to: FileTarget;
}

/** Moves every file that was not moved yet, one after the other. */
export async function moveFiles(
  { source, from, to }: FilePorts,
  state: MigrationState,
  onFile: () => void,
): Promise<void> {
  const after = state.upTo('files');
  if (after === 'done') return;
  const keep = (findings: Finding[], upTo: string, files: number) =>
    state.keep({ step: 'files', items: [], findings, read: { files }, upTo });
  for await (const file of filesOf(source, after)) {
    const { row } = file;
    const finding = 'finding' in file ? file.finding : await move({ from, to }, file);
    keep(finding ? [finding] : [], row.id, 1);
    onFile();
  }
  keep([], 'done', 0);
}

/** Goes through the files without reading one. */
export async function planFiles(source: Source, state: MigrationState): Promise<void> {
  for await (const file of filesOf(source)) {
    const findings = 'finding' in file ? [file.finding] : [];
    state.keep({ step: 'files', items: [], findings, read: { files: 1 }, upTo: file.row.id });
  }
}

/** @returns why the file stays behind, if it does. */
async function move(
  { from, to }: Pick<FilePorts, 'from' | 'to'>,
  { row, key }: { row: FileRow; key: string },
): Promise<Finding | undefined> {
  try {
    const body = await from.read(row.bucket_id, row.name);
    const contentType = row.mimetype ?? 'application/octet-stream';
    await to.put({ key, body, contentType, crc32: crc32Of(body) });
    return undefined;
  } catch (error) {
    return fileFinding(row, error);
  }
}

/** What files are like on both sides. */
export interface FileComparison {
  same: number;
  /** Keys that are missing or hold something else. */
  different: string[];
}

/** Reads every file again and asks the bucket for what it holds. */
export async function compareFiles({ source, from, to }: FilePorts): Promise<FileComparison> {
  const comparison: FileComparison = { same: 0, different: [] };
  for await (const file of filesOf(source)) {
    if ('finding' in file) continue;
    const { row, key } = file;
    const body = await from.read(row.bucket_id, row.name).catch((error: unknown) => {
      fileFinding(row, error);
      return undefined;
    });
    if (!body) continue;
    if ((await to.checksum(key)) === crc32Of(body)) comparison.same++;
    else comparison.different.push(key);
  }
  return comparison;
}
