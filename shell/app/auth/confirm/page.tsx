import { AuthForm } from '../../../src/auth-forms/auth-form';
import { AuthPage, formState, type SearchParams } from '../../../src/auth-forms/auth-page';
import { codeField, emailField } from '../../../src/auth-forms/fields';
import { ResendForm } from '../../../src/auth-forms/resend-form';
import { titled } from '../../../src/auth-forms/words';

export const generateMetadata = titled('confirm.title');

export default async function ConfirmPage({ searchParams }: { searchParams: SearchParams }) {
  const { t, email, next, notice, problem } = await formState(searchParams);
  return (
    <AuthPage
      title={t('confirm.title')}
      lead={email ? t('confirm.lead', { email }) : t('confirm.leadNoEmail')}
      notice={notice}
      footer={email ? <ResendForm t={t} email={email} next={next} /> : null}
    >
      <AuthForm
        action="/auth/api/confirm"
        hidden={{ next }}
        fields={[emailField(t, email), codeField(t)]}
        submit={t('confirm.submit')}
        working={t('working')}
        unreachable={t('problems.UNAVAILABLE')}
        problem={problem}
      />
    </AuthPage>
  );
}
