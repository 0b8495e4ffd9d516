import type { ReactNode } from 'react';
import { IntlProvider } from 'use-intl';
import messages from '../../messages/slices.en.json';

/** Words for the team; no visitor downloads them. */
export function OverrideWords({ children }: { children: ReactNode }) {
  return (
    <IntlProvider locale="en" messages={messages} timeZone="UTC">
      {children}
    </IntlProvider>
  );
}
