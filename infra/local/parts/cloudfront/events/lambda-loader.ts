import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { LambdaConfig } from '../config/types';

export type LambdaHandler = (event: unknown) => unknown;

/** Loads a Lambda@Edge bundle afresh, so that a new build is seen after a restart of the part. */
export async function loadLambda({ codeDir, handler, name }: LambdaConfig): Promise<LambdaHandler> {
  const [module = '', exported = ''] = handler.split('.');
  const file = ['.js', '.cjs', '.mjs']
    .map((extension) => path.join(codeDir, module + extension))
    .find((candidate) => existsSync(candidate));
  if (file === undefined) throw new Error(`${name}: no ${module} in ${codeDir}`);
  const loaded = file.endsWith('.mjs')
    ? await import(/* @vite-ignore */ pathToFileURL(file).href)
    : requireAfresh(file);
  const found: unknown = loaded[exported];
  if (typeof found !== 'function') throw new Error(`${name}: ${module} exports no ${exported}`);
  return found as LambdaHandler;
}

function requireAfresh(file: string): Record<string, unknown> {
  const require = createRequire(file);
  delete require.cache[require.resolve(file)];
  return require(file) as Record<string, unknown>;
}
