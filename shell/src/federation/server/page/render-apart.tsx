import type { SlotProps } from '@marketplace/kit/slice';
import type { NextRouter } from 'next/router';
import { renderToString } from 'react-dom/server';
import { Apart, idPrefixOf, keepHtml } from '../../slot/apart';
import { SlotContent } from '../../slot/slot-content';
import { logSlotFailure } from '../lib/log';
import { distrustRelease, type ResolvedSlot } from './resolve-slot';

/** What a page's router knows while the server renders; it leads nowhere there. */
type PageRoute = Pick<NextRouter, 'asPath' | 'pathname' | 'query'>;

/**
 * Renders a slot that waits for a touch as a root of its own, as the browser will hydrate it. One that
 * throws shows its module's fallback instead.
 */
export function renderApart(
  slot: ResolvedSlot,
  settings: SlotProps,
  route: PageRoute,
): ResolvedSlot {
  const { state } = slot;
  if (state.hydrate !== 'touch') return slot;
  const router = { ...route, route: route.pathname, basePath: '' } as NextRouter;
  try {
    const content = (
      <Apart router={router}>
        <SlotContent state={state} settings={settings} />
      </Apart>
    );
    keepHtml(state, renderToString(content, { identifierPrefix: idPrefixOf(state) }));
    return slot;
  } catch (error) {
    const { slice, name, release } = state;
    logSlotFailure({ slice, name, release: release?.release ?? '', error });
    distrustRelease(state);
    const { hydrate, ...rest } = state;
    return { ...slot, state: { ...rest, status: 'failed', props: {} }, exact: false };
  }
}
