import { AccountFormPage } from '../../../src/account/account-page';
import { signedInAt } from '../../../src/account/signed-in';
import { accountWords, titled } from '../../../src/account/words';
import { AuthForm } from '../../../src/auth-forms/auth-form';
import { formState, type SearchParams } from '../../../src/auth-forms/auth-page';
import { currentPasswordField, newPasswordField } from '../../../src/auth-forms/fields';

export const generateMetadata = titled('password.change');

export default async function PasswordPage({ searchParams }: { searchParams: SearchParams }) {
  await signedInAt('/account/password');
  const { t: auth, problem } = await formState(searchParams);
  const t = await accountWords();
  return (
    <AccountFormPage title={t('password.change')} lead={t('password.lead')}>
      <AuthForm
        action="/auth/api/password"
        fields={[currentPasswordField(auth), newPasswordField(auth)]}
        submit={t('password.submit')}
        working={t('working')}
        unreachable={auth('problems.UNAVAILABLE')}
        problem={problem}
      />
    </AccountFormPage>
  );
}
