import * as cognito from '@aws-sdk/client-cognito-identity-provider';
import { decomposeUnverifiedJwt } from 'aws-jwt-verify/jwt';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  actionsOn,
  CLIENT_ID,
  GRACE_SECONDS,
  PASSWORD,
  startTestPool,
  type TestPool,
  USER_POOL_ID,
} from '../testing';

let test: TestPool;
let act: ReturnType<typeof actionsOn>;
beforeAll(async () => {
  test = await startTestPool();
  act = actionsOn(test);
});
afterAll(() => test.stop());

const NOT_AUTHORIZED = { name: 'NotAuthorizedException' };
const claimsOf = (token = '') => decomposeUnverifiedJwt(token).payload;

async function aSession(email: string) {
  await act.anAccount(email);
  return again(email);
}
async function again(email: string) {
  return (await act.signIn(email)).AuthenticationResult ?? {};
}

describe('a refresh token', () => {
  it('is replaced at every use, within one session', async () => {
    const first = await aSession('rotate@demo.test');
    const { AuthenticationResult: next = {} } = await act.refresh(first.RefreshToken);
    expect(next.RefreshToken).toBeTruthy();
    expect(next.RefreshToken).not.toBe(first.RefreshToken);
    const [before, after] = [claimsOf(first.AccessToken), claimsOf(next.AccessToken)];
    for (const claim of ['origin_jti', 'auth_time', 'sub']) {
      expect(after[claim]).toBe(before[claim]);
    }
    expect(after.jti).not.toBe(before.jti);
  });

  it('works again within the grace period, for two tabs at once, and is refused as reused after it', async () => {
    const first = await aSession('tabs@demo.test');
    const tabs = await Promise.all([1, 2].map(() => act.refresh(first.RefreshToken)));
    const tokens = tabs.map(({ AuthenticationResult }) => AuthenticationResult?.RefreshToken);
    expect(new Set(tokens).size).toBe(2);
    for (const token of tokens) await act.refresh(token);
    test.advance(GRACE_SECONDS + 1);
    await expect(act.refresh(first.RefreshToken)).rejects.toMatchObject({
      name: 'RefreshTokenReuseException',
    });
  });

  it('is not taken by the older flow where tokens are rotated', async () => {
    const { RefreshToken = '' } = await aSession('older@demo.test');
    const attempt = test.client().send(
      new cognito.AdminInitiateAuthCommand({
        UserPoolId: USER_POOL_ID,
        ClientId: CLIENT_ID,
        AuthFlow: 'REFRESH_TOKEN_AUTH',
        AuthParameters: { REFRESH_TOKEN: RefreshToken },
      }),
    );
    await expect(attempt).rejects.toMatchObject({ name: 'InvalidParameterException' });
  });

  it('lives no longer for being rotated', async () => {
    const first = await aSession('thirty@demo.test');
    test.advance(29 * 86_400);
    const { AuthenticationResult: next } = await act.refresh(first.RefreshToken);
    test.advance(2 * 86_400);
    await expect(act.refresh(next?.RefreshToken)).rejects.toMatchObject(NOT_AUTHORIZED);
  });

  it('survives a restart of the pool', async () => {
    const { RefreshToken } = await aSession('restart@demo.test');
    await test.restart();
    expect((await act.refresh(RefreshToken)).AuthenticationResult?.AccessToken).toBeTruthy();
  });
});

describe('signing out', () => {
  it('everywhere ends all sessions of the person and nobody else’s, access tokens included', async () => {
    const here = await aSession('everywhere@demo.test');
    const there = await again('everywhere@demo.test');
    const other = await aSession('other@demo.test');
    await test.client().send(new cognito.GlobalSignOutCommand({ AccessToken: here.AccessToken }));
    for (const { AccessToken, RefreshToken } of [here, there]) {
      await expect(act.userOf(AccessToken)).rejects.toMatchObject(NOT_AUTHORIZED);
      await expect(act.refresh(RefreshToken)).rejects.toMatchObject(NOT_AUTHORIZED);
    }
    expect((await act.userOf(other.AccessToken)).Username).toBeTruthy();
  });

  it('by an operator does the same', async () => {
    const { AccessToken } = await aSession('operator@demo.test');
    const Username = 'Operator@demo.test';
    await test
      .client()
      .send(new cognito.AdminUserGlobalSignOutCommand({ UserPoolId: USER_POOL_ID, Username }));
    await expect(act.userOf(AccessToken)).rejects.toMatchObject(NOT_AUTHORIZED);
  });

  it('here leaves the other sessions alone, and a second time is no error', async () => {
    const here = await aSession('here@demo.test');
    const there = await again('here@demo.test');
    const revoke = () =>
      test
        .client()
        .send(new cognito.RevokeTokenCommand({ ClientId: CLIENT_ID, Token: here.RefreshToken }));
    await revoke();
    await revoke();
    await expect(act.userOf(here.AccessToken)).rejects.toMatchObject(NOT_AUTHORIZED);
    expect((await act.userOf(there.AccessToken)).Username).toBeTruthy();
  });
});

describe('an account', () => {
  it('changes its password with the one it has', async () => {
    const { AccessToken } = await aSession('change@demo.test');
    const change = (PreviousPassword: string, ProposedPassword: string) =>
      test
        .client()
        .send(
          new cognito.ChangePasswordCommand({ AccessToken, PreviousPassword, ProposedPassword }),
        );
    await expect(change('Wrong-Pass-12!', 'Another-Pass-2!')).rejects.toMatchObject(NOT_AUTHORIZED);
    await expect(change(PASSWORD, 'short')).rejects.toMatchObject({
      name: 'InvalidPasswordException',
    });
    await change(PASSWORD, 'Another-Pass-2!');
    await expect(act.signIn('change@demo.test')).rejects.toMatchObject(NOT_AUTHORIZED);
    expect(
      (await act.signIn('change@demo.test', 'Another-Pass-2!')).AuthenticationResult,
    ).toBeTruthy();
  });

  it('is gone with its sessions once its owner deletes it', async () => {
    const { AccessToken, RefreshToken } = await aSession('gone@demo.test');
    await test.client().send(new cognito.DeleteUserCommand({ AccessToken }));
    await expect(act.userOf(AccessToken)).rejects.toMatchObject(NOT_AUTHORIZED);
    await expect(act.refresh(RefreshToken)).rejects.toMatchObject(NOT_AUTHORIZED);
    await expect(act.signIn('gone@demo.test')).rejects.toMatchObject(NOT_AUTHORIZED);
  });
});
