import type { ReactNode } from 'react';
import { IntlProvider } from 'use-intl';
import messages from '../../messages/en.json';

/** What every page of the shell may say; the words of forms and the account come with their pages. */
const COMMON = {
  frame: messages.frame,
  unavailable: messages.unavailable,
  errors: messages.errors,
};

/** The shell's words. English is the only catalogue so far. */
export function CommonMessages({ children }: { children: ReactNode }) {
  return (
    <IntlProvider locale="en" messages={COMMON} timeZone="UTC">
      {children}
    </IntlProvider>
  );
}
