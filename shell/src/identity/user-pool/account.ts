import {
  AssociateSoftwareTokenCommand,
  GetUserCommand,
  SetUserMFAPreferenceCommand,
  VerifySoftwareTokenCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { AuthProblem } from '../problem';
import { userPool } from './client';

export interface Account {
  name?: string;
  email?: string;
  hasSecondFactor: boolean;
}

/** The account as the pool has it now; an id token may be older. Refused once the session was ended. */
export async function accountOf(accessToken: string): Promise<Account> {
  const { UserAttributes = [], UserMFASettingList = [] } = await userPool().send(
    new GetUserCommand({ AccessToken: accessToken }),
  );
  const { name, email } = Object.fromEntries(
    UserAttributes.map(({ Name, Value }) => [Name, Value]),
  ) as { name?: string; email?: string };
  return {
    hasSecondFactor: UserMFASettingList.length > 0,
    ...(name ? { name } : {}),
    ...(email ? { email } : {}),
  };
}

/** A secret for an authenticator app, in Base32; it counts once a code was verified. */
export async function newAppSecret(accessToken: string): Promise<string> {
  const { SecretCode } = await userPool().send(
    new AssociateSoftwareTokenCommand({ AccessToken: accessToken }),
  );
  if (!SecretCode) throw new AuthProblem('UNAVAILABLE');
  return SecretCode;
}

/** Sign-in asks for the app's codes from now on. */
export async function turnOnSecondFactor(accessToken: string, code: string): Promise<void> {
  await userPool().send(
    new VerifySoftwareTokenCommand({ AccessToken: accessToken, UserCode: code }),
  );
  await preferSecondFactor(accessToken, true);
}

export async function turnOffSecondFactor(accessToken: string): Promise<void> {
  await preferSecondFactor(accessToken, false);
}

async function preferSecondFactor(accessToken: string, isOn: boolean): Promise<void> {
  await userPool().send(
    new SetUserMFAPreferenceCommand({
      AccessToken: accessToken,
      SoftwareTokenMfaSettings: { Enabled: isOn, PreferredMfa: isOn },
    }),
  );
}
