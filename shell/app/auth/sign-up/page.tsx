import type { Metadata } from 'next';
import { AuthForm } from '../../../src/auth-forms/auth-form';
import {
  AuthLink,
  AuthPage,
  formState,
  type SearchParams,
} from '../../../src/auth-forms/auth-page';
import { emailField, nameField, passwordField } from '../../../src/auth-forms/fields';
import { authWords as t } from '../../../src/auth-forms/words';

export const metadata: Metadata = { title: t('signUp.title') };

export default async function SignUpPage({ searchParams }: { searchParams: SearchParams }) {
  const { email, next, notice, problem } = await formState(searchParams);
  return (
    <AuthPage
      title={t('signUp.title')}
      lead={t('signUp.lead')}
      notice={notice}
      footer={
        <p className="flex flex-wrap items-center justify-center gap-x-2">
          {t('signUp.known')}
          <AuthLink href="/auth/sign-in" next={next}>
            {t('signUp.signIn')}
          </AuthLink>
        </p>
      }
    >
      <AuthForm
        action="/auth/api/sign-up"
        hidden={{ next }}
        fields={[nameField(), emailField(email), passwordField('new-password')]}
        submit={t('signUp.submit')}
        working={t('working')}
        unreachable={t('problems.UNAVAILABLE')}
        problem={problem}
      />
    </AuthPage>
  );
}
