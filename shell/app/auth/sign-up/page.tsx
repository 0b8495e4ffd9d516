import { AuthForm } from '../../../src/auth-forms/auth-form';
import {
  AuthLink,
  AuthPage,
  formState,
  type SearchParams,
} from '../../../src/auth-forms/auth-page';
import { emailField, nameField, passwordField } from '../../../src/auth-forms/fields';
import { titled } from '../../../src/auth-forms/words';

export const generateMetadata = titled('signUp.title');

export default async function SignUpPage({ searchParams }: { searchParams: SearchParams }) {
  const { t, email, next, notice, problem } = await formState(searchParams);
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
        fields={[nameField(t), emailField(t, email), passwordField(t, 'new-password')]}
        submit={t('signUp.submit')}
        working={t('working')}
        unreachable={t('problems.UNAVAILABLE')}
        problem={problem}
      />
    </AuthPage>
  );
}
