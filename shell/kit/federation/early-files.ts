import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Compiler, Configuration } from 'webpack';
import type { Build } from './next-client/lean-next';

const FOLDER = 'static/early';
const HASH_LENGTH = 16;

interface EarlyFile {
  name: string;
  content: Buffer;
  /** Below the build's own folder, with the content's hash. */
  path: string;
}

/**
 * Files of a folder that documents name themselves, before any bundle: each is part of the build under the
 * hash of what is in it, so that the edge and browsers keep it for good. By name, as `EARLY_<NAME>`.
 */
export function earlyFiles(folder: string) {
  const files = readdirSync(folder).map((name) => earlyFile(folder, name));
  return {
    env: Object.fromEntries(files.map((file) => [variableOf(file), `/_next/${file.path}`])),
    withFiles(config: Configuration, { isServer }: Build): Configuration {
      if (!isServer) config.plugins?.push((compiler) => emit(compiler, files));
      return config;
    },
  };
}

function earlyFile(folder: string, name: string): EarlyFile {
  const content = readFileSync(path.join(folder, name));
  const hash = createHash('sha256').update(content).digest('hex').slice(0, HASH_LENGTH);
  const { name: stem, ext } = path.parse(name);
  return { name, content, path: `${FOLDER}/${stem}.${hash}${ext}` };
}

/** `touch.js` → `EARLY_TOUCH_JS`. */
const variableOf = ({ name }: EarlyFile) => `EARLY_${name.replace(/\W/g, '_').toUpperCase()}`;

function emit(compiler: Compiler, files: EarlyFile[]): void {
  const { RawSource } = compiler.webpack.sources;
  compiler.hooks.thisCompilation.tap('EarlyFiles', (compilation) => {
    compilation.hooks.additionalAssets.tap('EarlyFiles', () => {
      for (const { path: name, content } of files) {
        compilation.emitAsset(name, new RawSource(content));
      }
    });
  });
}
