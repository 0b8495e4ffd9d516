import { AccountFormPage } from '../../../src/account/account-page';
import { signedInAt } from '../../../src/account/signed-in';
import { accountWords, titled } from '../../../src/account/words';
import { AuthForm } from '../../../src/auth-forms/auth-form';
import { formState, type SearchParams } from '../../../src/auth-forms/auth-page';
import { appCodeField, passwordField } from '../../../src/auth-forms/fields';

export const generateMetadata = titled('delete.title');

export default async function DeletePage({ searchParams }: { searchParams: SearchParams }) {
  const { hasSecondFactor } = await signedInAt('/account/delete');
  const { t: auth, problem } = await formState(searchParams);
  const t = await accountWords();
  return (
    <AccountFormPage title={t('delete.title')} lead={t('delete.lead')}>
      <ul className="grid list-disc gap-2 ps-5 text-sm">
        <li>{t('delete.erased')}</li>
        <li>{t('delete.kept')}</li>
      </ul>
      <AuthForm
        action="/auth/api/delete-account"
        fields={[
          passwordField(auth, 'current-password'),
          ...(hasSecondFactor ? [appCodeField(auth)] : []),
        ]}
        submit={t('delete.submit')}
        submitVariant="danger"
        working={t('working')}
        unreachable={auth('problems.UNAVAILABLE')}
        problem={problem}
      />
    </AccountFormPage>
  );
}
