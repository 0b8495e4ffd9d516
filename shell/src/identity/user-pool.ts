import {
  AdminInitiateAuthCommand,
  AdminUserGlobalSignOutCommand,
  type AuthenticationResultType,
  type AuthFlowType,
  CognitoIdentityProviderClient,
  ConfirmForgotPasswordCommand,
  ConfirmSignUpCommand,
  ForgotPasswordCommand,
  GetTokensFromRefreshTokenCommand,
  GetUserCommand,
  ResendConfirmationCodeCommand,
  RevokeTokenCommand,
  SignUpCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { env } from '../env';
import { AuthProblem, problemOf } from './problem';
import type { Session } from './session-cookies';

/** What the user pool's risk checks are told about the person's device. */
export interface Device {
  ipAddress: string;
  userAgent: string;
}

let client: CognitoIdentityProviderClient | undefined;

function userPool() {
  client ??= new CognitoIdentityProviderClient({ region: env().AWS_REGION, maxAttempts: 2 });
  return client;
}

const clientId = () => env().NEXT_PUBLIC_USER_POOL_CLIENT_ID;

/** @throws {AuthProblem} when a step is missing that the screens do not offer yet. */
export async function signIn(email: string, password: string, device: Device): Promise<Session> {
  const credentials = { USERNAME: email, PASSWORD: password };
  try {
    return await authenticate('ADMIN_USER_PASSWORD_AUTH', credentials, device);
  } catch (error) {
    // Whatever the pool says about the password itself, here it is simply not the right one.
    const { code } = problemOf(error);
    throw code === 'WEAK_PASSWORD' ? new AuthProblem('WRONG_CREDENTIALS', { cause: error }) : error;
  }
}

/** New tokens for a refresh token, which is used up by it but for a minute's grace. */
export async function refreshSession(refreshToken: string): Promise<Session> {
  const { AuthenticationResult } = await userPool().send(
    new GetTokensFromRefreshTokenCommand({ ClientId: clientId(), RefreshToken: refreshToken }),
  );
  return sessionOf(AuthenticationResult);
}

async function authenticate(
  flow: AuthFlowType,
  parameters: Record<string, string>,
  { ipAddress, userAgent }: Device,
): Promise<Session> {
  const answer = await userPool().send(
    new AdminInitiateAuthCommand({
      UserPoolId: env().NEXT_PUBLIC_USER_POOL_ID,
      ClientId: clientId(),
      AuthFlow: flow,
      AuthParameters: parameters,
      ContextData: {
        IpAddress: ipAddress,
        ServerName: new URL(env().PUBLIC_ORIGIN).host,
        ServerPath: '/auth/sign-in',
        HttpHeaders: [{ headerName: 'user-agent', headerValue: userAgent }],
      },
    }),
  );
  if (answer.ChallengeName) throw new AuthProblem(challengeProblem(answer.ChallengeName));
  return sessionOf(answer.AuthenticationResult);
}

function sessionOf(tokens: AuthenticationResultType | undefined): Session {
  const { AccessToken, IdToken, RefreshToken, ExpiresIn } = tokens ?? {};
  if (!AccessToken || !IdToken) throw new AuthProblem('UNAVAILABLE');
  return {
    accessToken: AccessToken,
    idToken: IdToken,
    expiresInSeconds: ExpiresIn ?? 3600,
    ...(RefreshToken ? { refreshToken: RefreshToken } : {}),
  };
}

function challengeProblem(name: string) {
  return name === 'NEW_PASSWORD_REQUIRED' ? 'PASSWORD_CHANGE_REQUIRED' : 'SECOND_FACTOR_REQUIRED';
}

/** Name and address as the pool has them now; the id token's may be older. */
export async function profileOf(accessToken: string): Promise<{ name?: string; email?: string }> {
  const { UserAttributes = [] } = await userPool().send(
    new GetUserCommand({ AccessToken: accessToken }),
  );
  return Object.fromEntries(UserAttributes.map(({ Name, Value }) => [Name, Value]));
}

export async function signUp(email: string, password: string, name: string): Promise<void> {
  await userPool().send(
    new SignUpCommand({
      ClientId: clientId(),
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
    new ConfirmSignUpCommand({ ClientId: clientId(), Username: email, ConfirmationCode: code }),
  );
}

export async function resendCode(email: string): Promise<void> {
  await userPool().send(
    new ResendConfirmationCodeCommand({ ClientId: clientId(), Username: email }),
  );
}

export async function requestPasswordReset(email: string): Promise<void> {
  await userPool().send(new ForgotPasswordCommand({ ClientId: clientId(), Username: email }));
}

export async function resetPassword(email: string, code: string, password: string): Promise<void> {
  await userPool().send(
    new ConfirmForgotPasswordCommand({
      ClientId: clientId(),
      Username: email,
      ConfirmationCode: code,
      Password: password,
    }),
  );
}

/** Ends one session: its refresh token gives no new access tokens. */
export async function revokeSession(refreshToken: string): Promise<void> {
  await userPool().send(new RevokeTokenCommand({ ClientId: clientId(), Token: refreshToken }));
}

/** Ends every session of a user. */
export async function signOutEverywhere(username: string): Promise<void> {
  await userPool().send(
    new AdminUserGlobalSignOutCommand({
      UserPoolId: env().NEXT_PUBLIC_USER_POOL_ID,
      Username: username,
    }),
  );
}
