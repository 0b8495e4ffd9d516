import { forgetContainer, loadContainer } from '@marketplace/kit/federation/browser/page-runtime';
import type { SliceModule, SlotProps } from '@marketplace/kit/slice';
import { type ComponentType, useEffect, useState } from 'react';
import { startBrowserHost } from '../../federation/browser/browser-host';
import { addStylesheets, dropOtherStylesheets } from '../../federation/browser/stylesheets';
import type { SlotState } from '../../federation/slot-state';
import { type LocalRelease, localRelease, withLocalWords } from './local-release';
import { useLocalReport } from './local-reports';

const ENTRY_LIMIT_MS = 15_000;

/** What a slot shows of a build on the viewer's own machine. */
export interface LocalBuild {
  from: LocalRelease;
  Content: ComponentType<object & { slot: SlotProps }>;
  props: object;
}

/** Container that the page runs of each slice. */
const running = new Map<string, string>();

/**
 * The newest build on the viewer's machine. Another one takes its place as soon as it is announced,
 * without a reload; one that does not come leaves everything as it is.
 */
export function useLocalBuild(state: SlotState, origin: string): LocalBuild | 'loading' | 'failed' {
  const [build, setBuild] = useState<LocalBuild | 'loading' | 'failed'>('loading');
  const report = useLocalReport(origin);
  const announced = report && 'release' in report ? report.release : undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is announced is to be loaded
  useEffect(() => {
    let isAwaited = true;
    loadBuild(state, origin).then(
      (loaded) => isAwaited && setBuild(loaded),
      (error: unknown) => {
        if (!isAwaited) return;
        console.error(`${state.slice} did not come from ${origin}:`, error);
        setBuild((shown) => (typeof shown === 'string' ? 'failed' : shown));
      },
    );
    return () => {
      isAwaited = false;
    };
  }, [state, origin, announced]);
  useEffect(() => {
    if (typeof build !== 'string') leaveOthers(build.from);
  }, [build]);
  return build;
}

async function loadBuild(state: SlotState, origin: string): Promise<LocalBuild> {
  startBrowserHost();
  const from = await localRelease(origin, state);
  const { href, integrity } = from.entry;
  const script = { name: from.container, entry: href, integrity, limitMs: ENTRY_LIMIT_MS };
  const [factory, props] = await Promise.all([
    loadContainer(script).then((container) => container.get(`./${state.name}`)),
    withLocalWords(from, state.props),
    addStylesheets(from),
  ]);
  const { default: Content } = factory() as SliceModule<object>;
  return { from, Content, props };
}

/** What the page had of the slice before goes, now that it shows something else. */
function leaveOthers(from: LocalRelease): void {
  dropOtherStylesheets(from);
  const before = running.get(from.slice);
  if (before !== undefined && before !== from.container) forgetContainer(before);
  running.set(from.slice, from.container);
}
