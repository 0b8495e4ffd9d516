import type { Metadata } from 'next';
import { AccountFormPage } from '../../../src/account/account-page';
import { signedInAt } from '../../../src/account/signed-in';
import { accountWords as t } from '../../../src/account/words';
import { AuthForm } from '../../../src/auth-forms/auth-form';
import { formState, type SearchParams } from '../../../src/auth-forms/auth-page';
import { currentPasswordField, newPasswordField } from '../../../src/auth-forms/fields';
import { authWords } from '../../../src/auth-forms/words';

export const metadata: Metadata = { title: t('password.change') };

export default async function PasswordPage({ searchParams }: { searchParams: SearchParams }) {
  await signedInAt('/account/password');
  const { problem } = await formState(searchParams);
  return (
    <AccountFormPage title={t('password.change')} lead={t('password.lead')}>
      <AuthForm
        action="/auth/api/password"
        fields={[currentPasswordField(), newPasswordField()]}
        submit={t('password.submit')}
        working={t('working')}
        unreachable={authWords('problems.UNAVAILABLE')}
        problem={problem}
      />
    </AccountFormPage>
  );
}
