import { AuthForm } from '../../../src/auth-forms/auth-form';
import {
  AuthLink,
  AuthPage,
  formState,
  type SearchParams,
} from '../../../src/auth-forms/auth-page';
import { appCodeField } from '../../../src/auth-forms/fields';
import { titled } from '../../../src/auth-forms/words';

export const generateMetadata = titled('secondFactor.title');

export default async function SecondFactorPage({ searchParams }: { searchParams: SearchParams }) {
  const { t, next, notice, problem } = await formState(searchParams);
  return (
    <AuthPage
      title={t('secondFactor.title')}
      lead={t('secondFactor.lead')}
      notice={notice}
      footer={
        <AuthLink href="/auth/sign-in" next={next}>
          {t('secondFactor.back')}
        </AuthLink>
      }
    >
      <AuthForm
        action="/auth/api/second-factor"
        hidden={{ next }}
        fields={[{ ...appCodeField(t), autoFocus: true }]}
        submit={t('secondFactor.submit')}
        working={t('working')}
        unreachable={t('problems.UNAVAILABLE')}
        problem={problem}
      />
      <p className="text-sm text-muted">{t('secondFactor.lost')}</p>
    </AuthPage>
  );
}
