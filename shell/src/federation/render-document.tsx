import type { AppProps } from 'next/app';
import Document, { type DocumentContext, type DocumentInitialProps } from 'next/document';
import { setCacheHeaders } from './server/page/page-headers';
import { distrustRelease } from './server/page/resolve-slot';
import type { ComposedPageProps, SlotState } from './slot-state';

type PageProps = Partial<ComposedPageProps>;

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
 * The page's props are changed in place, so that the browser hydrates what was rendered in the end.
 */
export async function renderDocument(context: DocumentContext): Promise<DocumentInitialProps> {
  const { renderPage } = context;
  let pageProps: PageProps = {};
  context.renderPage = () =>
    renderPage({
      enhanceApp: (App) =>
        function CapturingApp(props: AppProps) {
          pageProps = props.pageProps;
          return <App {...props} />;
        },
    });
  for (const retreat of RETREATS) {
    try {
      return await Document.getInitialProps(context);
    } catch (error) {
      console.error(
        JSON.stringify({ level: 'ERROR', event: 'page-failed', message: String(error) }),
      );
      if (context.res) setCacheHeaders(context.res, 0);
      for (const slot of Object.values(pageProps.slots ?? {})) retreat(slot);
    }
  }
  return Document.getInitialProps(context);
}
