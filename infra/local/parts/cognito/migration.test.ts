import * as cognito from '@aws-sdk/client-cognito-identity-provider';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actionsOn, CLIENT_ID as ClientId, startTestPool, type TestPool } from './testing';

const FORMER_PASSWORD = 'short';

interface Called {
  arn: string;
  triggerSource: string;
  request: { userAttributes?: Record<string, string> };
}

let test: TestPool;
let signIn: ReturnType<typeof actionsOn>['signIn'];
let mailedCode: ReturnType<typeof actionsOn>['mailedCode'];
let called: Called[] = [];

beforeAll(async () => {
  test = await startTestPool(async (arn, event) => {
    const { userName, triggerSource, request } = event as Called & {
      userName: string;
      request: { password?: string };
    };
    called.push({ arn, triggerSource, request });
    if (arn !== 'arn:migrated' || !userName.startsWith('former')) return event;
    if (triggerSource === 'UserMigration_Authentication' && request.password !== FORMER_PASSWORD) {
      return event;
    }
    const userAttributes = { email: userName, email_verified: 'true', name: 'Ada' };
    const isSignIn = triggerSource === 'UserMigration_Authentication';
    const response = { userAttributes, ...(isSignIn && { finalUserStatus: 'CONFIRMED' }) };
    return { ...event, response };
  });
  ({ signIn, mailedCode } = actionsOn(test));
});
afterAll(() => test.stop());

const migrations = () => called.filter(({ arn }) => arn === 'arn:migrated').length;

describe('somebody who is not in the pool', () => {
  it('comes in with what the migration trigger says, and is in the pool from then on', async () => {
    called = [];
    const { AuthenticationResult } = await signIn('Former@Mail.test', FORMER_PASSWORD);
    const { AccessToken } = AuthenticationResult ?? {};
    const { UserAttributes } = await test
      .client()
      .send(new cognito.GetUserCommand({ AccessToken }));
    expect(UserAttributes).toContainEqual({ Name: 'email', Value: 'former@mail.test' });
    await signIn('former@mail.test', FORMER_PASSWORD);
    expect(migrations()).toBe(1);
    const after = called.filter(({ arn }) => arn === 'arn:authenticated');
    expect(after).toHaveLength(2);
    const sub = UserAttributes?.find(({ Name }) => Name === 'sub')?.Value;
    expect(after[0]).toMatchObject({
      triggerSource: 'PostAuthentication_Authentication',
      request: { userAttributes: { sub, email: 'former@mail.test', email_verified: 'true' } },
    });
  });

  it('is refused like anybody with a wrong password, and stays outside', async () => {
    called = [];
    for (const attempt of [
      signIn('former2@mail.test', 'wrong'),
      signIn('new@mail.test', 'wrong'),
    ]) {
      await expect(attempt).rejects.toMatchObject({ name: 'NotAuthorizedException' });
    }
    expect(migrations()).toBe(2);
    expect(called.filter(({ arn }) => arn === 'arn:authenticated')).toEqual([]);
  });

  it('gets a new password by a mailed code', async () => {
    const Username = 'former3@mail.test';
    await test.client().send(new cognito.ForgotPasswordCommand({ ClientId, Username }));
    const Password = 'A-New-Password-1';
    const ConfirmationCode = await mailedCode(Username);
    await test.client().send(
      new cognito.ConfirmForgotPasswordCommand({
        ClientId,
        Username,
        ConfirmationCode,
        Password,
      }),
    );
    const { AuthenticationResult } = await signIn(Username, Password);
    expect(AuthenticationResult?.AccessToken).toBeDefined();
  });
});
