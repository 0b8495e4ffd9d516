import {
  ConfirmSignUpCommand,
  ResendConfirmationCodeCommand,
  SignUpCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { clientId, userPool } from './client';

export async function signUp(email: string, password: string, name: string): Promise<void> {
  await userPool().send(
    new SignUpCommand({
      ...clientId(),
      Username: email,
      Password: password,
      UserAttributes: [
        { Name: 'email', Value: email },
        { Name: 'name', Value: name },
      ],
    }),
  );
}

export async function confirmSignUp(email: string, code: string): Promise<void> {
  await userPool().send(
    new ConfirmSignUpCommand({ ...clientId(), Username: email, ConfirmationCode: code }),
  );
}

export async function resendCode(email: string): Promise<void> {
  await userPool().send(new ResendConfirmationCodeCommand({ ...clientId(), Username: email }));
}
