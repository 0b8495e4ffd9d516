import type { Metadata } from 'next';
import { AuthForm } from '../../../src/auth-forms/auth-form';
import { AuthPage, formState, type SearchParams } from '../../../src/auth-forms/auth-page';
import { codeField, emailField } from '../../../src/auth-forms/fields';
import { ResendForm } from '../../../src/auth-forms/resend-form';
import { authWords as t } from '../../../src/auth-forms/words';

export const metadata: Metadata = { title: t('confirm.title') };

export default async function ConfirmPage({ searchParams }: { searchParams: SearchParams }) {
  const { email, next, notice, problem } = await formState(searchParams);
  return (
    <AuthPage
      title={t('confirm.title')}
      lead={email ? t('confirm.lead', { email }) : t('confirm.leadNoEmail')}
      notice={notice}
      footer={email ? <ResendForm email={email} next={next} /> : null}
    >
      <AuthForm
        action="/auth/api/confirm"
        hidden={{ next }}
        fields={[emailField(email), codeField()]}
        submit={t('confirm.submit')}
        working={t('working')}
        unreachable={t('problems.UNAVAILABLE')}
        problem={problem}
      />
    </AuthPage>
  );
}
