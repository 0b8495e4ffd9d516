import { watch } from 'node:fs';
import path from 'node:path';
import type { SliceName } from '@marketplace/services/domain/releases';
import { ROOT } from './options';

const SETTLE_MS = 300;
const IGNORED = /(^|\/)(node_modules|dist|\.next)(\/|$)|\.test\.tsx?$/;

/** Calls back with a slice once its sources, or those it shares, have changed and come to rest. */
export function watchSlices(
  slices: readonly SliceName[],
  onChange: (slice: SliceName) => Promise<void>,
): void {
  let changed = new Set<SliceName>();
  let timer: NodeJS.Timeout | undefined;
  let working = Promise.resolve();

  function flush(): void {
    const due = changed;
    changed = new Set();
    for (const slice of due) working = working.then(() => onChange(slice));
  }

  function note(affected: readonly SliceName[], file: string | null): void {
    if (file !== null && IGNORED.test(file)) return;
    for (const slice of affected) changed.add(slice);
    clearTimeout(timer);
    timer = setTimeout(flush, SETTLE_MS);
  }

  const folders: [string, readonly SliceName[]][] = [
    ...slices.map((slice): [string, SliceName[]] => [slice, [slice]]),
    ['shell/kit', slices],
    ['services/domain', slices],
  ];
  for (const [folder, affected] of folders) {
    watch(path.join(ROOT, folder), { recursive: true }, (_event, file) => note(affected, file));
  }
}
