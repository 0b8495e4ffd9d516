import type { BrowserRelease } from '../federation/slot-state';

const LOAD_LIMIT_MS = 4_000;

/**
 * Makes the looks of a fragment's release apply, and resolves when they do. When the page runs another
 * release of the slice, the fragment's sheet goes before the page's: what both name is then decided as
 * the page expects, and the fragment adds only what the page does not know.
 */
export async function addStylesheetsBehind({ slice, stylesheets }: BrowserRelease): Promise<void> {
  await Promise.all(
    stylesheets
      .filter(({ href }) => !document.querySelector(`link[rel="stylesheet"][href="${href}"]`))
      .map(({ href, integrity }) => {
        const link = document.createElement('link');
        Object.assign(link, { rel: 'stylesheet', href, integrity, crossOrigin: 'anonymous' });
        document.head.insertBefore(link, document.querySelector(`link[data-slice-css="${slice}"]`));
        return loaded(link);
      }),
  );
}

/** A late sheet is not waited for. */
function loaded(link: HTMLLinkElement): Promise<void> {
  return new Promise((resolve) => {
    link.onload = link.onerror = () => resolve();
    setTimeout(resolve, LOAD_LIMIT_MS);
  });
}
