import type { BrowserRelease } from '../slot-state';

const LOAD_LIMIT_MS = 4_000;

/** Adds a release's stylesheets and resolves when they apply; a late one is not waited for. */
export async function addStylesheets({ slice, release, stylesheets }: BrowserRelease) {
  const missing = stylesheets.filter(({ href }) => !linkOf(href));
  await Promise.all(
    missing.map(({ href, integrity }) => {
      const link = document.createElement('link');
      Object.assign(link, { rel: 'stylesheet', href, integrity, crossOrigin: 'anonymous' });
      Object.assign(link.dataset, { sliceCss: slice, release });
      document.head.append(link);
      return new Promise<void>((resolve) => {
        link.onload = link.onerror = () => resolve();
        setTimeout(resolve, LOAD_LIMIT_MS);
      });
    }),
  );
}

/** Removes the stylesheets of other releases of the slice: they name the same elements. */
export function dropOtherStylesheets({ slice, release }: BrowserRelease): void {
  for (const link of document.querySelectorAll<HTMLLinkElement>(
    `link[data-slice-css="${slice}"]`,
  )) {
    if (link.dataset.release !== release) link.remove();
  }
}

function linkOf(href: string): Element | null {
  return document.querySelector(`link[rel="stylesheet"][href="${href}"]`);
}
