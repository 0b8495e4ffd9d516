import type { AuthField } from './auth-form';
import type { AuthWords } from './words';

export function emailField(t: AuthWords, known: string): AuthField {
  return {
    name: 'email',
    label: t('email'),
    type: 'email',
    autoComplete: 'username',
    inputMode: 'email',
    defaultValue: known,
  };
}

export function passwordField(
  t: AuthWords,
  purpose: 'current-password' | 'new-password',
): AuthField {
  return {
    name: 'password',
    label: t('password'),
    type: 'password',
    autoComplete: purpose,
    ...(purpose === 'new-password' ? { hint: t('passwordHint') } : {}),
  };
}

export function nameField(t: AuthWords): AuthField {
  return { name: 'name', label: t('name'), type: 'text', autoComplete: 'name' };
}

export function currentPasswordField(t: AuthWords): AuthField {
  return {
    name: 'current',
    label: t('currentPassword'),
    type: 'password',
    autoComplete: 'current-password',
  };
}

/** Beside the current one, where both are asked for. */
export function newPasswordField(t: AuthWords): AuthField {
  return { ...passwordField(t, 'new-password'), label: t('newPassword') };
}

/** The code of an authenticator app. */
export function appCodeField(t: AuthWords): AuthField {
  return { ...codeField(t), label: t('appCode'), hint: t('appCodeHint') };
}

export function codeField(t: AuthWords): AuthField {
  return {
    name: 'code',
    label: t('code'),
    hint: t('codeHint'),
    type: 'text',
    autoComplete: 'one-time-code',
    inputMode: 'numeric',
  };
}
