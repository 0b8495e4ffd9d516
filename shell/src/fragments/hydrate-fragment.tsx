import type { ComponentType } from 'react';
import { startBrowserHost } from '../federation/browser/browser-host';
import { hydrateApart } from '../federation/browser/hydrate-apart';
import { registerIntegrity } from '../federation/browser/integrity';
import { loadModule } from '../federation/loader';
import type { FragmentDocument } from './fragment-document';

/**
 * Makes a fragment interactive as a root of its own, with the release that rendered it, whatever the
 * page around it runs. Its links navigate within the page. Ends with the signal.
 */
export async function hydrateFragment(
  { root, state }: FragmentDocument,
  signal: AbortSignal,
): Promise<void> {
  const { release, name, props, slot, idPrefix } = state;
  startBrowserHost();
  registerIntegrity(release);
  const module = await loadModule(release, name);
  const Content = module.default as ComponentType<object> | undefined;
  if (!Content) return;
  await hydrateApart(root, <Content {...props} {...{ slot }} />, { what: name, idPrefix, signal });
}
