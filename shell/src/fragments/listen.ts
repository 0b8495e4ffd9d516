import { FRAGMENT_ATTRIBUTE, type FragmentRequest, hearEvent } from '@marketplace/kit/slice/events';
import { addStylesheetsBehind } from '../federation/browser/stylesheets';
import { type FragmentDocument, parseFragment } from './fragment-document';
import { hydrateFragment } from './hydrate-fragment';

const TIME_LIMIT_MS = 5_000;

type Filling = Promise<FragmentDocument | undefined>;

/** Elements that are filled before the code which asks for it has come. */
const declared = new WeakMap<Element, Filling>();

/** Fills, from here on, every element for which a slice asks for a fragment. */
export function listenForFragments(): void {
  hearEvent('marketplace:fragment', (request, target) => {
    if (!(target instanceof HTMLElement)) return;
    showFragment(target, request).catch(warnUnless(request.signal, request.path));
  });
}

/** Fills the places whose HTML says with what. They are hydrated when the code asks for the same. */
export function fillDeclaredFragments(root: Element, signal: AbortSignal): void {
  for (const host of root.querySelectorAll<HTMLElement>(`[${FRAGMENT_ATTRIBUTE}]`)) {
    const path = host.getAttribute(FRAGMENT_ATTRIBUTE) ?? '';
    const filling = fill(host, path, signal);
    declared.set(host, filling);
    filling.then(
      (fragment) => {
        host.hidden = !fragment;
      },
      warnUnless(signal, path),
    );
  }
}

async function showFragment(host: HTMLElement, { path, signal, onShown }: FragmentRequest) {
  const fragment = await (declared.get(host) ?? fill(host, path, signal));
  if (!fragment || signal.aborted) return;
  onShown();
  await hydrateFragment(fragment, signal);
}

async function fill(host: HTMLElement, path: string, signal: AbortSignal): Filling {
  const answer = await fetch(path, {
    signal: AbortSignal.any([signal, AbortSignal.timeout(TIME_LIMIT_MS)]),
  });
  if (answer.status !== 200) return undefined;
  const fragment = parseFragment(await answer.text());
  if (!fragment) return undefined;
  await addStylesheetsBehind(fragment.state.release);
  if (signal.aborted) return undefined;
  host.replaceChildren(fragment.root);
  return fragment;
}

/** The page has something to show in the fragment's place. */
const warnUnless = (signal: AbortSignal, path: string) => (error: unknown) => {
  if (!signal.aborted) console.warn(`${path} was not shown:`, error);
};
