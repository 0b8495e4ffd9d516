import type { ReactNode } from 'react';
import { AuthLink, AuthPage } from '../auth-forms/auth-page';
import { accountWords as t } from './words';

interface AccountFormPageProps {
  title: string;
  lead: string;
  children: ReactNode;
}

/** A page with one form below the account page. */
export function AccountFormPage({ title, lead, children }: AccountFormPageProps) {
  return (
    <AuthPage
      title={title}
      lead={lead}
      footer={
        <AuthLink href="/account" next="/">
          {t('back')}
        </AuthLink>
      }
    >
      {children}
    </AuthPage>
  );
}
