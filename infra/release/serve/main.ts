import path from 'node:path';
import { parseArgs } from 'node:util';
import { SLICE_NAMES } from '@marketplace/kit/slice';
import { latestBuild } from './latest-build';
import { serveRelease } from './serve-release';

const DEFAULT_PORT = 3001;

/** `npm run serve-release -- mf-catalog [--port 3001]`: what an override from this machine runs. */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { port: { type: 'string', default: String(DEFAULT_PORT) } },
});
const slice = SLICE_NAMES.find((name) => name === positionals[0]);
if (slice) {
  const directory = await latestBuild(process.cwd(), slice);
  const { url } = await serveRelease(directory, Number(values.port));
  console.log(`${path.basename(directory)} at ${url}; choose it at /_slices`);
} else {
  console.error(`npm run serve-release -- <${SLICE_NAMES.join(' | ')}> [--port ${DEFAULT_PORT}]`);
  process.exitCode = 1;
}
