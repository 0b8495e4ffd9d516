import { AuthForm } from '../../../src/auth-forms/auth-form';
import {
  AuthLink,
  AuthPage,
  formState,
  type SearchParams,
} from '../../../src/auth-forms/auth-page';
import { emailField, passwordField } from '../../../src/auth-forms/fields';
import { titled } from '../../../src/auth-forms/words';

export const generateMetadata = titled('signIn.title');

export default async function SignInPage({ searchParams }: { searchParams: SearchParams }) {
  const { t, email, next, notice, problem } = await formState(searchParams);
  return (
    <AuthPage
      title={t('signIn.title')}
      lead={t('signIn.lead')}
      notice={notice}
      footer={
        <p className="flex flex-wrap items-center justify-center gap-x-2">
          {t('signIn.new')}
          <AuthLink href="/auth/sign-up" next={next}>
            {t('signIn.signUp')}
          </AuthLink>
        </p>
      }
    >
      <AuthForm
        action="/auth/api/sign-in"
        hidden={{ next }}
        fields={[emailField(t, email), passwordField(t, 'current-password')]}
        submit={t('signIn.submit')}
        working={t('working')}
        unreachable={t('problems.UNAVAILABLE')}
        problem={problem}
      />
      <p className="justify-self-center text-sm">
        <AuthLink href="/auth/forgot" next={next}>
          {t('signIn.forgot')}
        </AuthLink>
      </p>
    </AuthPage>
  );
}
