import type { LocalManifest } from '@marketplace/kit/federation/manifest';
import type { WithWords } from '@marketplace/kit/slice/words';
import type { BrowserFile, SlotState, StyledRelease } from '../../federation/slot-state';

/** A build that a machine of the team serves. */
export interface LocalRelease extends StyledRelease {
  container: string;
  entry: BrowserFile;
  /** Where its own catalogues are, when it has any for the page. */
  messages?: string;
}

/**
 * What a machine of the team serves: `manifest.json` of a build, and its files below `browser/`.
 * Signatures are for what everybody runs; here the viewer vouches for their own machine.
 */
export async function localRelease(
  origin: string,
  { slice }: Pick<SlotState, 'slice'>,
): Promise<LocalRelease> {
  const answer = await fetch(`${origin}/manifest.json`, { cache: 'no-store' });
  if (!answer.ok) throw new Error(`${origin}/manifest.json answers ${answer.status}`);
  const { browser, messages, ...manifest } = (await answer.json()) as LocalManifest;
  if (manifest.slice !== slice) throw new Error(`${origin} serves ${manifest.slice}`);
  const href = (path: string) => `${origin}/browser/${path}`;
  const file = (path: string): BrowserFile => ({
    href: href(path),
    integrity: browser.integrity[path] ?? '',
  });
  return {
    slice,
    release: manifest.release,
    container: manifest.container,
    entry: file(browser.entry),
    stylesheets: browser.stylesheets.map(file),
    ...(messages ? { messages: href(messages) } : {}),
  };
}

/** Props with the build's own texts in the place of those that the live release gave. */
export async function withLocalWords(
  { messages }: LocalRelease,
  props: Partial<WithWords>,
): Promise<object> {
  const { words } = props;
  if (!messages || !words) return props;
  const answer = await fetch(`${messages}/${words.language}.json`, { cache: 'no-store' });
  if (!answer.ok) return props;
  return { ...props, words: { ...words, messages: await answer.json() } };
}
