import type { Metadata } from 'next';
import { AccountFormPage } from '../../../src/account/account-page';
import { signedInAt } from '../../../src/account/signed-in';
import { accountWords as t } from '../../../src/account/words';
import { AuthForm } from '../../../src/auth-forms/auth-form';
import { formState, type SearchParams } from '../../../src/auth-forms/auth-page';
import { appCodeField, passwordField } from '../../../src/auth-forms/fields';
import { authWords } from '../../../src/auth-forms/words';

export const metadata: Metadata = { title: t('delete.title') };

export default async function DeletePage({ searchParams }: { searchParams: SearchParams }) {
  const { hasSecondFactor } = await signedInAt('/account/delete');
  const { problem } = await formState(searchParams);
  return (
    <AccountFormPage title={t('delete.title')} lead={t('delete.lead')}>
      <ul className="grid list-disc gap-2 ps-5 text-sm">
        <li>{t('delete.erased')}</li>
        <li>{t('delete.kept')}</li>
      </ul>
      <AuthForm
        action="/auth/api/delete-account"
        fields={[passwordField('current-password'), ...(hasSecondFactor ? [appCodeField()] : [])]}
        submit={t('delete.submit')}
        submitVariant="danger"
        working={t('working')}
        unreachable={authWords('problems.UNAVAILABLE')}
        problem={problem}
      />
    </AccountFormPage>
  );
}
