import { createWriteStream, mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { finished } from 'node:stream/promises';
import type { HistoryLine } from './lines';

export interface HistoryFile {
  write(line: HistoryLine): void;
  /** Resolves when everything is on disk. */
  close(): Promise<void>;
}

/** A history as JSON lines. */
export function writeHistory(path: string): HistoryFile {
  mkdirSync(dirname(path), { recursive: true });
  const stream = createWriteStream(path);
  return {
    write: (line) => void stream.write(`${JSON.stringify(line)}\n`),
    async close() {
      stream.end();
      await finished(stream);
    },
  };
}

export function readHistory(path: string): HistoryLine[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as HistoryLine);
}
