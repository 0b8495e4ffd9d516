import '@marketplace/kit/ui/tokens.css';
import '@marketplace/kit/ui/fonts.css';
import '@marketplace/kit/ui/base.css';
import '../styles/shell.css';
import type { ReactNode } from 'react';

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  );
}
