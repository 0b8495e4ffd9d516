import { Head, Html, Main, NextScript } from 'next/document';
import { EARLY_FILES } from '../../../../shell/src/layout/early-files';
import { FontPreloads } from '../../../../shell/src/layout/font-preloads';

/** What the shell's document has, without slots. */
export default function MonolithDocument() {
  return (
    <Html lang="en">
      <Head>
        <link rel="icon" href={EARLY_FILES.icon} type="image/svg+xml" />
        <FontPreloads />
        <script src={EARLY_FILES.theme} />
      </Head>
      <body>
        <Main />
        <NextScript />
      </body>
    </Html>
  );
}
