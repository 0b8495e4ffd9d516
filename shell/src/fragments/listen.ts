import { type FragmentRequest, hearEvent } from '@marketplace/kit/slice/events';
import { addStylesheetsBehind } from '../federation/browser/stylesheets';
import { parseFragment } from './fragment-document';
import { hydrateFragment } from './hydrate-fragment';

const TIME_LIMIT_MS = 5_000;

/** Fills, from here on, every element for which a slice asks for a fragment. */
export function listenForFragments(): void {
  hearEvent('marketplace:fragment', (request, target) => {
    if (!(target instanceof HTMLElement)) return;
    fillWithFragment(target, request).catch((error: unknown) => {
      // The page has something to show in the fragment's place.
      if (!request.signal.aborted) console.warn(`${request.path} was not shown:`, error);
    });
  });
}

async function fillWithFragment(host: HTMLElement, request: FragmentRequest): Promise<void> {
  const { path, signal, onShown } = request;
  const answer = await fetch(path, {
    signal: AbortSignal.any([signal, AbortSignal.timeout(TIME_LIMIT_MS)]),
  });
  if (answer.status !== 200) return;
  const fragment = parseFragment(await answer.text());
  if (!fragment) return;
  await addStylesheetsBehind(fragment.state.release);
  if (signal.aborted) return;
  host.replaceChildren(fragment.root);
  onShown();
  await hydrateFragment(fragment, signal);
}
