import Document, { type DocumentContext, type DocumentInitialProps } from 'next/document';
import { setCacheHeaders } from './server/page/page-headers';
import { slotsOf } from './server/page/page-slots';
import { distrustRelease } from './server/page/resolve-slot';
import type { SlotState } from './slot-state';

/** What is given up, in turn, when a page throws while the server renders it. */
const RETREATS: ((slot: SlotState) => void)[] = [
  (slot) => {
    distrustRelease(slot);
    slot.status = 'failed';
  },
  (slot) => {
    delete slot.release;
  },
];

/**
 * Renders the page; when a slice throws, again with the slices' fallbacks, then with the shell's.
 * The page's slots are changed in place, so that the browser hydrates what was rendered in the end.
 */
export async function renderDocument(context: DocumentContext): Promise<DocumentInitialProps> {
  for (const retreat of RETREATS) {
    try {
      return await Document.getInitialProps(context);
    } catch (error) {
      console.error(
        JSON.stringify({ level: 'ERROR', event: 'page-failed', message: String(error) }),
      );
      if (context.res) setCacheHeaders(context.res, 0);
      for (const slot of slotsOf(context.req)) retreat(slot);
    }
  }
  return Document.getInitialProps(context);
}
