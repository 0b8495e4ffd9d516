import { type Ref, useState } from 'react';
import type { SlotState } from '../slot-state';

interface ServerHtmlProps {
  state: SlotState;
  /** On the server: what it rendered. Browsers have it in the page. */
  html?: string | undefined;
  ref?: Ref<HTMLDivElement>;
}

/** Keeps what the server rendered, untouched and not yet interactive: React leaves inner HTML it did not make. */
export function ServerHtml({ state, html = '', ref }: ServerHtmlProps) {
  const { slice, release, status, hydrate } = state;
  // The same object in every render: React applies another one, whatever is in it.
  const [inner] = useState({ __html: html });
  return (
    <div
      key="server-html"
      {...(ref && { ref })}
      data-slice={slice}
      data-release={release?.release}
      data-slot={status}
      data-hydrate={hydrate}
      suppressHydrationWarning
      // biome-ignore lint/security/noDangerouslySetInnerHtml: rendered by the server; in browsers an empty string that React must not apply
      dangerouslySetInnerHTML={inner}
    />
  );
}
