import type { ReactNode } from 'react';
import { AuthLink, AuthPage } from '../auth-forms/auth-page';
import { accountWords } from './words';

interface AccountFormPageProps {
  title: string;
  lead: string;
  children: ReactNode;
}

/** A page with one form below the account page. */
export async function AccountFormPage({ title, lead, children }: AccountFormPageProps) {
  const t = await accountWords();
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
