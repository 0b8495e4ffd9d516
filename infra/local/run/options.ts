import path from 'node:path';
import { parseArgs } from 'node:util';
import { LOCAL_DEFAULT_PORT } from '../../config';

export const ROOT = path.resolve(import.meta.dirname, '../../..');

export interface RunOptions {
  port: number;
  stateDir: string;
  assemblyDir: string;
  /** Forget the state of earlier runs. */
  fresh: boolean;
  /** Release slices again whenever their sources change. */
  dev: boolean;
}

/** Options of the local cloud's process, as the tasks pass them. */
export function parseOptions(args: string[]): RunOptions {
  const { values } = parseArgs({
    args,
    options: {
      port: { type: 'string', default: String(LOCAL_DEFAULT_PORT) },
      state: { type: 'string', default: path.join(ROOT, '.local/state') },
      assembly: { type: 'string', default: path.join(ROOT, 'infra/cdk.out') },
      fresh: { type: 'boolean', default: false },
      dev: { type: 'boolean', default: false },
    },
  });
  const { port, state, assembly, fresh, dev } = values;
  return { port: Number(port), stateDir: state, assemblyDir: assembly, fresh, dev };
}
