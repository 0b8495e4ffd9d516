import { type ChildProcess, fork } from 'node:child_process';
import { rmSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import path from 'node:path';
import type { LocalReport } from '@marketplace/kit/federation/manifest';
import type { Builds } from '../serve/serve-builds';
import { WATCHED_RELEASE } from './live-build';

const WATCHER = path.join(import.meta.dirname, 'watch-container.ts');

/**
 * Builds of a slice's container for the real shell, by a process that starts when somebody asks for
 * the first one: who works on the slice alone never pays for it.
 */
export function liveBuilds(sliceDirectory: string): Builds {
  const directory = path.join(sliceDirectory, 'dist/live');
  const listeners = new Set<(report: LocalReport) => void>();
  let last: Promise<LocalReport> | undefined;

  function start(): Promise<LocalReport> {
    for (const outdated of ['browser', 'manifest.json']) {
      rmSync(path.join(directory, outdated), { recursive: true, force: true });
    }
    return new Promise((resolve) => {
      const tell = (report: LocalReport) => {
        last = Promise.resolve(report);
        resolve(report);
        for (const listener of listeners) listener(report);
      };
      const watcher = watch(sliceDirectory, directory);
      watcher.on('message', tell);
      watcher.once('exit', (code) => {
        tell({ problem: `The compiler ended with ${code}; a reload starts it again.` });
        last = undefined;
      });
    });
  }

  return {
    directory,
    latest: () => {
      last ??= start();
      return last;
    },
    follow: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    areFor: isOwnPage,
  };
}

const LOCAL_PAGE = /^http:\/\/localhost(:\d+)?$/;

/** Whether a page may read sources that nobody has released: one of this machine, or of its marketplace. */
export function isOwnPage({ headers }: Pick<IncomingMessage, 'headers'>): boolean {
  const { origin } = headers;
  if (origin === undefined) return headers['sec-fetch-site'] !== 'cross-site';
  return origin === process.env.PUBLIC_ORIGIN || LOCAL_PAGE.test(origin);
}

/** It ends with this process: the channel between them closes. */
function watch(sliceDirectory: string, directory: string): ChildProcess {
  return fork(WATCHER, [sliceDirectory, directory], {
    cwd: sliceDirectory,
    env: {
      ...process.env,
      MF_RELEASE: WATCHED_RELEASE,
      NEXT_PRIVATE_LOCAL_WEBPACK: 'true',
      NEXT_IGNORE_INCORRECT_LOCKFILE: '1',
      NEXT_TELEMETRY_DISABLED: '1',
      NODE_ENV: 'production',
    },
  });
}
