import Document, { type DocumentContext, Head, Html, Main, NextScript } from 'next/document';
import { renderDocument } from '../src/federation/render-document';
import { SlotAssets } from '../src/federation/slot/slot-assets';
import type { ComposedPageProps } from '../src/federation/slot-state';
import { EARLY_FILES } from '../src/layout/early-files';
import { FontPreloads } from '../src/layout/font-preloads';

/** The HTML around every composed page. */
export default class ComposedDocument extends Document {
  static override getInitialProps(context: DocumentContext) {
    return renderDocument(context);
  }

  override render() {
    const { pageProps }: { pageProps?: Partial<ComposedPageProps> } =
      this.props.__NEXT_DATA__.props;
    return (
      <Html lang={pageProps?.words?.language ?? 'en'}>
        <Head>
          <link rel="icon" href={EARLY_FILES.icon} type="image/svg+xml" />
          <FontPreloads />
          <script src={EARLY_FILES.theme} />
          <SlotAssets slots={Object.values(pageProps?.slots ?? {})} />
        </Head>
        <body>
          <Main />
          <NextScript />
        </body>
      </Html>
    );
  }
}
