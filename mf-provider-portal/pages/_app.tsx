import '@marketplace/kit/ui/tokens.css';
import '@marketplace/kit/ui/fonts.css';
import '@marketplace/kit/ui/base.css';
import '../styles/slice.css';
import type { AppProps } from 'next/app';

export default function StandaloneApp({ Component, pageProps }: AppProps) {
  return <Component {...pageProps} />;
}
