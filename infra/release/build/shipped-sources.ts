import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

const SOURCE = /\.tsx?$/;
const NOT_SHIPPED = /(^|\/)(node_modules|dist|\.next)\/|\.test\.tsx?$/;

/** The text of every source file below a directory that a build may take in. */
export async function shippedSources(directory: string): Promise<string[]> {
  const files = await readdir(directory, { recursive: true });
  const sources = files.filter((file) => SOURCE.test(file) && !NOT_SHIPPED.test(file));
  return Promise.all(sources.map((source) => readFile(path.join(directory, source), 'utf8')));
}
