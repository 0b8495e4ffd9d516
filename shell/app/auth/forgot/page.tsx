import { AuthForm } from '../../../src/auth-forms/auth-form';
import {
  AuthLink,
  AuthPage,
  formState,
  type SearchParams,
} from '../../../src/auth-forms/auth-page';
import { codeField, emailField, passwordField } from '../../../src/auth-forms/fields';
import { titled } from '../../../src/auth-forms/words';

export const generateMetadata = titled('forgot.title');

/** Two steps on one address: ask for a code, then set the password with it. */
export default async function ForgotPage({ searchParams }: { searchParams: SearchParams }) {
  const { t, email, next, notice, problem, step } = await formState(searchParams);
  const common = {
    hidden: { next },
    working: t('working'),
    unreachable: t('problems.UNAVAILABLE'),
    problem,
  };
  const resets = step === 'reset';
  return (
    <AuthPage
      title={t('forgot.title')}
      lead={resets ? t('forgot.resetLead', { email }) : t('forgot.lead')}
      notice={notice}
      footer={
        <AuthLink href="/auth/sign-in" next={next}>
          {t('forgot.back')}
        </AuthLink>
      }
    >
      {resets ? (
        <AuthForm
          {...common}
          action="/auth/api/reset"
          fields={[emailField(t, email), codeField(t), passwordField(t, 'new-password')]}
          submit={t('forgot.resetSubmit')}
        />
      ) : (
        <AuthForm
          {...common}
          action="/auth/api/forgot"
          fields={[emailField(t, email)]}
          submit={t('forgot.submit')}
        />
      )}
    </AuthPage>
  );
}
