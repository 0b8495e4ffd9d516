import {
  ChangePasswordCommand,
  ConfirmForgotPasswordCommand,
  ForgotPasswordCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import type { CodeMetadata } from '@marketplace/services/identity/contract';
import { clientId, userPool } from './client';

export async function requestPasswordReset(email: string, metadata: CodeMetadata): Promise<void> {
  await userPool().send(
    new ForgotPasswordCommand({ ...clientId(), Username: email, ClientMetadata: metadata }),
  );
}

export async function resetPassword(email: string, code: string, password: string): Promise<void> {
  await userPool().send(
    new ConfirmForgotPasswordCommand({
      ...clientId(),
      Username: email,
      ConfirmationCode: code,
      Password: password,
    }),
  );
}

export async function changePassword(
  accessToken: string,
  current: string,
  proposed: string,
): Promise<void> {
  await userPool().send(
    new ChangePasswordCommand({
      AccessToken: accessToken,
      PreviousPassword: current,
      ProposedPassword: proposed,
    }),
  );
}
