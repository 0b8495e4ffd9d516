import { createWriteStream, mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Log } from '../part';

/** Appends every line to a file, for whoever looks after the fact. */
export function logFile(file: string): Log {
  mkdirSync(path.dirname(file), { recursive: true });
  const stream = createWriteStream(file, { flags: 'w' });
  return ({ source, level, message }) => {
    stream.write(`${new Date().toISOString()} ${level} ${source} ${message}\n`);
  };
}
