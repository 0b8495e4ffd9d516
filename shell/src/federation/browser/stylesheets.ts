import type { BrowserFile, StyledRelease } from '../slot-state';

const LOAD_LIMIT_MS = 4_000;

/** Adds a slot's stylesheets and resolves when they apply; a late one is not waited for. */
export async function addStylesheets({ slice, release, stylesheets }: StyledRelease) {
  const links = missing(stylesheets);
  for (const link of links) Object.assign(link.dataset, { sliceCss: slice, release });
  await insert(links, null);
}

/**
 * The same for a fragment. When the page runs another release of the slice, the fragment's sheet goes
 * before the page's: what both name is then decided as the page expects, and the fragment adds only
 * what the page does not know. It carries no slot's mark: slots do not drop it.
 */
export function addStylesheetsBehind({ slice, stylesheets }: StyledRelease): Promise<void> {
  return insert(missing(stylesheets), document.querySelector(linksOf(slice)));
}

/** Removes the stylesheets of other releases of the slice: they name the same elements. */
export function dropOtherStylesheets({ slice, release }: StyledRelease): void {
  for (const link of document.querySelectorAll<HTMLLinkElement>(linksOf(slice))) {
    if (link.dataset.release !== release) link.remove();
  }
}

const linksOf = (slice: string) => `link[data-slice-css="${slice}"]`;

/** A link for each sheet that the page does not have yet. */
function missing(stylesheets: BrowserFile[]): HTMLLinkElement[] {
  return stylesheets
    .filter(({ href }) => !document.querySelector(`link[rel="stylesheet"][href="${href}"]`))
    .map(({ href, integrity }) =>
      Object.assign(document.createElement('link'), {
        rel: 'stylesheet',
        href,
        integrity,
        crossOrigin: 'anonymous',
      }),
    );
}

async function insert(links: HTMLLinkElement[], before: Element | null): Promise<void> {
  await Promise.all(
    links.map((link) => {
      document.head.insertBefore(link, before);
      return new Promise<void>((resolve) => {
        link.onload = link.onerror = () => resolve();
        setTimeout(resolve, LOAD_LIMIT_MS);
      });
    }),
  );
}
