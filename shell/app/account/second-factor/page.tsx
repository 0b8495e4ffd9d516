import { cookies } from 'next/headers';
import { AccountFormPage } from '../../../src/account/account-page';
import { BeginForm, RemoveForm, ScanForm } from '../../../src/account/second-factor-forms';
import { signedInAt } from '../../../src/account/signed-in';
import { accountWords, titled } from '../../../src/account/words';
import { formState, type SearchParams } from '../../../src/auth-forms/auth-page';
import { APP_SECRET_COOKIE, parseAppSecret } from '../../../src/identity/challenge-cookies';

export const generateMetadata = titled('secondFactor.title');

/** Off, being set up, or on: each with its one form. */
export default async function SecondFactorPage({ searchParams }: { searchParams: SearchParams }) {
  const { email = '', hasSecondFactor } = await signedInAt('/account/second-factor');
  const { t: auth, problem } = await formState(searchParams);
  const t = await accountWords();
  const words = { auth, t, problem };
  const secret = parseAppSecret((await cookies()).get(APP_SECRET_COOKIE)?.value);
  const step = hasSecondFactor ? 'remove' : secret ? 'scan' : 'begin';
  return (
    <AccountFormPage title={t('secondFactor.title')} lead={t(`secondFactor.${step}Lead`)}>
      {step === 'remove' ? <RemoveForm {...words} /> : null}
      {step === 'scan' && secret ? <ScanForm {...words} email={email} secret={secret} /> : null}
      {step === 'begin' ? <BeginForm {...words} /> : null}
      <p className="text-sm text-muted">{t('secondFactor.recovery')}</p>
    </AccountFormPage>
  );
}
