import { delimiter, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = resolve(fileURLToPath(import.meta.url), '../../../..');
const BIN = join(ROOT, 'node_modules/.bin');

/** Node 24 from the dev dependencies, whatever runs these tasks. */
export const NODE = join(BIN, 'node');

/** State of the local cloud and of the builds; removing it begins again. */
export const LOCAL_DIR = join(ROOT, '.local');

/** A tool that a dev dependency brings. */
export const bin = (name) => join(BIN, name);

/** Environment in which `node` and every tool are the project's own. */
export const taskEnv = (more = {}) => ({
  ...process.env,
  PATH: `${BIN}${delimiter}${process.env.PATH}`,
  NEXT_TELEMETRY_DISABLED: '1',
  ...more,
});
