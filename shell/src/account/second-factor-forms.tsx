import { AuthForm } from '../auth-forms/auth-form';
import { appCodeField, passwordField } from '../auth-forms/fields';
import { authWords } from '../auth-forms/words';
import { appUri, inGroups } from './app-uri';
import { QrCode } from './qr-code';
import { accountWords as t } from './words';

const texts = (problem: string | undefined) => ({
  working: t('working'),
  unreachable: authWords('problems.UNAVAILABLE'),
  problem,
});

/** First the password: a session alone does not change how its owner signs in. */
export function BeginForm({ problem }: { problem: string | undefined }) {
  return (
    <AuthForm
      {...texts(problem)}
      action="/auth/api/second-factor/begin"
      fields={[passwordField('current-password')]}
      submit={t('secondFactor.begin')}
    />
  );
}

/** The secret as picture and as text, and the code that proves that the app has it. */
export function ScanForm(props: { problem: string | undefined; email: string; secret: string }) {
  return (
    <>
      <QrCode text={appUri(props.email, props.secret)} label={t('secondFactor.qr')} />
      <dl className="grid gap-1 text-sm">
        <dt className="text-muted">{t('secondFactor.secret')}</dt>
        <dd className="break-words font-mono font-medium">{inGroups(props.secret)}</dd>
      </dl>
      <AuthForm
        {...texts(props.problem)}
        action="/auth/api/second-factor/confirm"
        fields={[appCodeField()]}
        submit={t('secondFactor.confirm')}
      />
    </>
  );
}

/** Password and code, as at sign-in. */
export function RemoveForm({ problem }: { problem: string | undefined }) {
  return (
    <AuthForm
      {...texts(problem)}
      action="/auth/api/second-factor/remove"
      fields={[passwordField('current-password'), appCodeField()]}
      submit={t('secondFactor.remove')}
    />
  );
}
