import type { ReleaseManifest } from '@marketplace/kit/federation/manifest';
import type { BrowserFile, BrowserRelease, SlotState } from '../federation/slot-state';

/**
 * What a machine of the team serves: `manifest.json` of a built release, and its files below
 * `browser/`. Signatures are for what everybody runs; here the viewer vouches for their own machine.
 */
export async function localRelease(
  origin: string,
  { slice, name }: Pick<SlotState, 'slice' | 'name'>,
): Promise<BrowserRelease> {
  const answer = await fetch(`${origin}/manifest.json`, { cache: 'no-store' });
  if (!answer.ok) throw new Error(`${origin}/manifest.json answers ${answer.status}`);
  const { browser, ...manifest } = (await answer.json()) as ReleaseManifest;
  if (manifest.slice !== slice) throw new Error(`${origin} serves ${manifest.slice}`);
  const href = (path: string) => `${origin}/browser/${path}`;
  const file = (path: string): BrowserFile => ({
    href: href(path),
    integrity: browser.integrity[path] ?? '',
  });
  const scripts = Object.entries(browser.integrity).filter(([path]) => path.endsWith('.js'));
  return {
    slice,
    release: manifest.release,
    container: manifest.container,
    entry: href(browser.entry),
    stylesheets: browser.stylesheets.map(file),
    scripts: [browser.entry, ...(browser.chunks[name] ?? [])].map(file),
    integrity: Object.fromEntries(scripts.map(([path, hash]) => [`/browser/${path}`, hash])),
  };
}
