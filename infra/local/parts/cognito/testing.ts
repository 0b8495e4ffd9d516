import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as cognito from '@aws-sdk/client-cognito-identity-provider';
import { localClient } from '../../client';
import { aLog } from '../../testing';
import type { InvokeFunction } from '../lambda/invoke';
import { startSes } from '../ses/index';
import { type CognitoPart, startCognito } from './index';

export const USER_POOL_ID = 'eu-west-1_LocalPool1';
export const CLIENT_ID = 'localclient00000000000001';
export const PASSWORD = 'Demo-Pass-1!';
export const GRACE_SECONDS = 60;

const POOL = {
  id: USER_POOL_ID,
  name: 'marketplace-local',
  region: 'eu-west-1',
  clients: [
    {
      id: CLIENT_ID,
      name: 'shell',
      properties: {
        AccessTokenValidity: 30,
        IdTokenValidity: 30,
        RefreshTokenValidity: 43_200,
        TokenValidityUnits: { AccessToken: 'minutes', IdToken: 'minutes', RefreshToken: 'minutes' },
        PreventUserExistenceErrors: 'ENABLED',
        RefreshTokenRotation: { Feature: 'ENABLED', RetryGracePeriodSeconds: GRACE_SECONDS },
      },
    },
  ],
  groups: ['provider', 'admin', 'team'].map((name) => ({ name, description: '' })),
  properties: {
    AutoVerifiedAttributes: ['email'],
    UsernameAttributes: ['email'],
    MfaConfiguration: 'OPTIONAL',
    LambdaConfig: {
      CustomMessage: 'arn:messages',
      PostAuthentication: 'arn:authenticated',
      PostConfirmation: 'arn:confirmed',
      UserMigration: 'arn:migrated',
      PreTokenGenerationConfig: { LambdaArn: 'arn:tokens', LambdaVersion: 'V2_0' },
    },
    Policies: {
      PasswordPolicy: {
        MinimumLength: 12,
        RequireLowercase: true,
        RequireNumbers: true,
        RequireSymbols: true,
        RequireUppercase: true,
      },
    },
    VerificationMessageTemplate: {
      EmailSubject: 'Verify your new account',
      EmailMessage: 'The verification code to your new account is {####}',
    },
  },
};

/** A pool with mail, a clock that stands still until tests move it (codes change every thirty seconds), and triggers that tests answer. */
export async function startTestPool(invoke: InvokeFunction = async (_arn, event) => event) {
  const stateDir = await mkdtemp(join(tmpdir(), 'cognito-'));
  const ses = await startSes({ port: 0, stateDir: join(stateDir, 'ses') });
  let nowMs = Date.now();
  const start = () =>
    startCognito({
      port: 0,
      stateDir,
      pool: POOL,
      mail: { sesUrl: ses.url, from: 'accounts@marketplace.test' },
      invoke,
      log: aLog().log,
      clock: { get: () => new Date(nowMs) },
    });
  let part: CognitoPart = await start();
  let client = new cognito.CognitoIdentityProviderClient(localClient(part.url));
  return {
    ses,
    part: () => part,
    client: () => client,
    nowMs: () => nowMs,
    advance: (seconds: number) => {
      nowMs += seconds * 1000;
    },
    async restart() {
      await part.stop();
      part = await start();
      client = new cognito.CognitoIdentityProviderClient(localClient(part.url));
    },
    async stop() {
      await part.stop();
      await ses.stop();
      await rm(stateDir, { recursive: true });
    },
  };
}

export type TestPool = Awaited<ReturnType<typeof startTestPool>>;

/** What people do with the pool. */
export function actionsOn(test: TestPool) {
  const pool = { UserPoolId: USER_POOL_ID };
  return {
    async mailedCode(address: string): Promise<string> {
      const mails = (await test.ses.listMails()).filter(({ to }) => to.includes(address));
      return /\d{6}/.exec(mails.at(-1)?.text ?? '')?.[0] ?? '';
    },
    signIn: (Username: string, Password = PASSWORD) =>
      test.client().send(
        new cognito.AdminInitiateAuthCommand({
          ...pool,
          ClientId: CLIENT_ID,
          AuthFlow: 'ADMIN_USER_PASSWORD_AUTH',
          AuthParameters: { USERNAME: Username, PASSWORD: Password },
        }),
      ),
    refresh: (RefreshToken = '') =>
      test
        .client()
        .send(new cognito.GetTokensFromRefreshTokenCommand({ ClientId: CLIENT_ID, RefreshToken })),
    userOf: (AccessToken = '') => test.client().send(new cognito.GetUserCommand({ AccessToken })),
    /** A confirmed account made by an administrator, as the seed makes the demo accounts. */
    async anAccount(Username: string, group?: string): Promise<void> {
      const user = { ...pool, Username };
      await test.client().send(
        new cognito.AdminCreateUserCommand({
          ...user,
          TemporaryPassword: 'Temporary-1-Pass',
          MessageAction: 'SUPPRESS',
          UserAttributes: [{ Name: 'email_verified', Value: 'true' }],
        }),
      );
      const password = { Password: PASSWORD, Permanent: true };
      await test.client().send(new cognito.AdminSetUserPasswordCommand({ ...user, ...password }));
      if (!group) return;
      await test
        .client()
        .send(new cognito.AdminAddUserToGroupCommand({ ...user, GroupName: group }));
    },
  };
}
