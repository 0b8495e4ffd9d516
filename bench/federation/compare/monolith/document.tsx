import { Head, Html, Main, NextScript } from 'next/document';
import { FontPreloads } from '../../../../shell/src/layout/font-preloads';

/** What the shell's document has, without slots. */
export default function MonolithDocument() {
  return (
    <Html lang="en">
      <Head>
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <FontPreloads />
        <script src="/theme.js" />
      </Head>
      <body>
        <Main />
        <NextScript />
      </body>
    </Html>
  );
}
