import {
  ConfirmSignUpCommand,
  ResendConfirmationCodeCommand,
  SignUpCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import type { CodeMetadata } from '@marketplace/services/identity/contract';
import { clientId, userPool } from './client';

interface NewAccount {
  email: string;
  password: string;
  name: string;
}

export async function signUp(
  { email, password, name }: NewAccount,
  metadata: CodeMetadata,
): Promise<void> {
  await userPool().send(
    new SignUpCommand({
      ...clientId(),
      Username: email,
      Password: password,
      UserAttributes: [
        { Name: 'email', Value: email },
        { Name: 'name', Value: name },
      ],
      ClientMetadata: metadata,
    }),
  );
}

export async function confirmSignUp(email: string, code: string): Promise<void> {
  await userPool().send(
    new ConfirmSignUpCommand({ ...clientId(), Username: email, ConfirmationCode: code }),
  );
}

export async function resendCode(email: string, metadata: CodeMetadata): Promise<void> {
  await userPool().send(
    new ResendConfirmationCodeCommand({
      ...clientId(),
      Username: email,
      ClientMetadata: metadata,
    }),
  );
}
