import '@marketplace/kit/ui/tokens.css';
import '../styles/standalone.css';
import '../styles/slice.css';
import type { AppProps } from 'next/app';

export default function StandaloneApp({ Component, pageProps }: AppProps) {
  return <Component {...pageProps} />;
}
