import { AuthForm } from '../auth-forms/auth-form';
import { appCodeField, passwordField } from '../auth-forms/fields';
import type { AuthWords } from '../auth-forms/words';
import { appUri, inGroups } from './app-uri';
import { QrCode } from './qr-code';
import type { AccountWords } from './words';

interface StepProps {
  auth: AuthWords;
  t: AccountWords;
  problem: string | undefined;
}

const textsOf = ({ auth, t, problem }: StepProps) => ({
  working: t('working'),
  unreachable: auth('problems.UNAVAILABLE'),
  problem,
});

/** First the password: a session alone does not change how its owner signs in. */
export function BeginForm(props: StepProps) {
  return (
    <AuthForm
      {...textsOf(props)}
      action="/auth/api/second-factor/begin"
      fields={[passwordField(props.auth, 'current-password')]}
      submit={props.t('secondFactor.begin')}
    />
  );
}

/** The secret as picture and as text, and the code that proves that the app has it. */
export function ScanForm(props: StepProps & { email: string; secret: string }) {
  const { t, email, secret } = props;
  return (
    <>
      <QrCode text={appUri(email, secret)} label={t('secondFactor.qr')} />
      <dl className="grid gap-1 text-sm">
        <dt className="text-muted">{t('secondFactor.secret')}</dt>
        <dd className="break-words font-mono font-medium">{inGroups(secret)}</dd>
      </dl>
      <AuthForm
        {...textsOf(props)}
        action="/auth/api/second-factor/confirm"
        fields={[appCodeField(props.auth)]}
        submit={t('secondFactor.confirm')}
      />
    </>
  );
}

/** Password and code, as at sign-in. */
export function RemoveForm(props: StepProps) {
  const { auth, t } = props;
  return (
    <AuthForm
      {...textsOf(props)}
      action="/auth/api/second-factor/remove"
      fields={[passwordField(auth, 'current-password'), appCodeField(auth)]}
      submit={t('secondFactor.remove')}
    />
  );
}
