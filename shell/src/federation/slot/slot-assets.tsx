import type { SlotState } from '../slot-state';

/** In the head of the document: the slices' stylesheets, so that nothing flashes, and their scripts, early. */
export function SlotAssets({ slots }: { slots: SlotState[] }) {
  const releases = slots.flatMap(({ release }) => release ?? []);
  return releases.map(({ slice, release, stylesheets, scripts }) => [
    stylesheets.map(({ href, integrity }) => (
      <link
        key={href}
        rel="stylesheet"
        href={href}
        integrity={integrity}
        crossOrigin="anonymous"
        data-slice-css={slice}
        data-release={release}
      />
    )),
    scripts.map(({ href, integrity }) => (
      <link
        key={href}
        rel="preload"
        as="script"
        href={href}
        integrity={integrity}
        crossOrigin="anonymous"
      />
    )),
  ]);
}
