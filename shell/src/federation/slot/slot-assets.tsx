import { EARLY_FILES } from '../../layout/early-files';
import type { BrowserFile, BrowserRelease, SlotState } from '../slot-state';

/** In the head of the document: the slices' stylesheets, so that nothing flashes, and their scripts, early. */
export function SlotAssets({ slots }: { slots: SlotState[] }) {
  return [
    slots.map(({ release, hydrate }) =>
      release ? [stylesheetsOf(release), scriptsOf(release, hydrate)] : null,
    ),
    slots.some(({ hydrate }) => hydrate === 'touch') ? (
      <script key="touch" async src={EARLY_FILES.touch} />
    ) : null,
  ];
}

const trusted = ({ href, integrity }: BrowserFile) => ({
  href,
  integrity,
  crossOrigin: 'anonymous' as const,
});

function stylesheetsOf({ slice, release, stylesheets }: BrowserRelease) {
  return stylesheets.map((file) => (
    <link
      key={file.href}
      rel="stylesheet"
      {...trusted(file)}
      data-slice-css={slice}
      data-release={release}
    />
  ));
}

/** `early/touch.js` makes preloads of what waits for a touch. */
function scriptsOf({ scripts }: BrowserRelease, hydrate: SlotState['hydrate']) {
  const kind = hydrate === 'touch' ? { 'data-on-touch': '' } : { rel: 'preload' };
  return scripts.map((file) => <link key={file.href} {...kind} as="script" {...trusted(file)} />);
}
