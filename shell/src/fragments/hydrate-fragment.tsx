import { RouterContext } from 'next/dist/shared/lib/router-context.shared-runtime';
import Router from 'next/router';
import type { ComponentType } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { startBrowserHost } from '../federation/browser/browser-host';
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
  if (!Content || signal.aborted) return;
  const content = (
    <RouterContext.Provider value={Router.router}>
      <Content {...props} {...{ slot }} />
    </RouterContext.Provider>
  );
  const hydrated = hydrateRoot(root, content, {
    identifierPrefix: idPrefix,
    onRecoverableError: (error) => console.error(`${name} was rendered anew:`, error),
  });
  // Not at once: React does not end a root while it is busy with another.
  signal.addEventListener('abort', () => queueMicrotask(() => hydrated.unmount()));
}
