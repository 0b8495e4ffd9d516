import * as cognito from '@aws-sdk/client-cognito-identity-provider';
import { decomposeUnverifiedJwt } from 'aws-jwt-verify/jwt';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { actionsOn, CLIENT_ID, startTestPool, type TestPool, USER_POOL_ID } from '../testing';
import { codeAt } from '../totp';

interface TokenEvent {
  triggerSource: string;
  request: { groupConfiguration: { groupsToOverride: string[] } };
}

const events: TokenEvent[] = [];
let withheld: string[] = [];
let test: TestPool;
let act: ReturnType<typeof actionsOn>;

beforeAll(async () => {
  test = await startTestPool(async (arn, event) => {
    if (arn !== 'arn:tokens') return event;
    events.push(event as TokenEvent);
    const { groupsToOverride: groups } = (event as TokenEvent).request.groupConfiguration;
    const groupsToOverride = groups.filter((group) => !withheld.includes(group));
    return {
      response: { claimsAndScopeOverrideDetails: { groupOverrideDetails: { groupsToOverride } } },
    };
  });
  act = actionsOn(test);
});
afterAll(() => test.stop());

const STEP_SECONDS = 30;
const codeIn = async (email: string, steps = 0) => {
  const found = (await test.part().secondFactors()).find((factor) => factor.email === email);
  return codeAt(found?.secret ?? '', test.nowMs() + steps * STEP_SECONDS * 1000);
};
const prefer = (AccessToken: string, Enabled: boolean) =>
  test.client().send(
    new cognito.SetUserMFAPreferenceCommand({
      AccessToken,
      SoftwareTokenMfaSettings: { Enabled, PreferredMfa: Enabled },
    }),
  );
const verify = (AccessToken: string, UserCode: string) =>
  test.client().send(new cognito.VerifySoftwareTokenCommand({ AccessToken, UserCode }));
const answer = (Session: string | undefined, code: string) =>
  test.client().send(
    new cognito.AdminRespondToAuthChallengeCommand({
      UserPoolId: USER_POOL_ID,
      ClientId: CLIENT_ID,
      ChallengeName: 'SOFTWARE_TOKEN_MFA',
      ChallengeResponses: { USERNAME: 'ignored', SOFTWARE_TOKEN_MFA_CODE: code },
      Session,
    }),
  );

/** An account whose sign-in asks for a code. */
async function withApp(email: string, group?: string): Promise<string> {
  await act.anAccount(email, group);
  const AccessToken = (await act.signIn(email)).AuthenticationResult?.AccessToken ?? '';
  const { SecretCode = '' } = await test
    .client()
    .send(new cognito.AssociateSoftwareTokenCommand({ AccessToken }));
  await verify(AccessToken, codeAt(SecretCode, test.nowMs()));
  await prefer(AccessToken, true);
  return AccessToken;
}

it('is set up only with a code of the app that has the secret', async () => {
  const email = 'setup@demo.test';
  await act.anAccount(email);
  const AccessToken = (await act.signIn(email)).AuthenticationResult?.AccessToken ?? '';
  await expect(prefer(AccessToken, true)).rejects.toMatchObject({
    name: 'InvalidParameterException',
  });
  const { SecretCode = '' } = await test
    .client()
    .send(new cognito.AssociateSoftwareTokenCommand({ AccessToken }));
  expect(SecretCode).toMatch(/^[A-Z2-7]{52}$/);
  const right = codeAt(SecretCode, test.nowMs());
  const wrong = right === '000000' ? '000001' : '000000';
  await expect(verify(AccessToken, wrong)).rejects.toMatchObject({
    name: 'EnableSoftwareTokenMFAException',
  });
  await verify(AccessToken, right);
  expect((await act.signIn(email)).AuthenticationResult).toBeTruthy();
  await prefer(AccessToken, true);
  expect((await act.userOf(AccessToken)).UserMFASettingList).toEqual(['SOFTWARE_TOKEN_MFA']);
  expect((await act.signIn(email)).ChallengeName).toBe('SOFTWARE_TOKEN_MFA');
});

it('is asked for at sign-in, and gives tokens for the right code only', async () => {
  const email = 'asked@demo.test';
  await withApp(email);
  test.advance(STEP_SECONDS);
  const { AuthenticationResult, ChallengeName, Session } = await act.signIn(email);
  expect(AuthenticationResult).toBeUndefined();
  expect(ChallengeName).toBe('SOFTWARE_TOKEN_MFA');
  const code = await codeIn(email);
  const wrong = code === '000000' ? '000001' : '000000';
  await expect(answer(Session, wrong)).rejects.toMatchObject({ name: 'CodeMismatchException' });
  const answered = await answer(Session, code);
  expect(answered.AuthenticationResult?.RefreshToken).toBeTruthy();
  await expect(answer(Session, code)).rejects.toMatchObject({ name: 'NotAuthorizedException' });
});

it('takes no code twice', async () => {
  const email = 'twice@demo.test';
  await withApp(email);
  const { Session } = await act.signIn(email);
  await expect(answer(Session, await codeIn(email))).rejects.toMatchObject({
    name: 'ExpiredCodeException',
  });
  expect((await answer(Session, await codeIn(email, 1))).AuthenticationResult).toBeTruthy();
});

it('ends a challenge after five codes or three minutes', async () => {
  const email = 'guess@demo.test';
  await withApp(email);
  test.advance(STEP_SECONDS);
  const { Session } = await act.signIn(email);
  for (let attempt = 0; attempt < 5; attempt++) {
    await expect(answer(Session, 'abcdef')).rejects.toMatchObject({
      name: 'CodeMismatchException',
    });
  }
  await expect(answer(Session, await codeIn(email))).rejects.toMatchObject({
    name: 'NotAuthorizedException',
  });
  const later = await act.signIn(email);
  test.advance(181);
  await expect(answer(later.Session, await codeIn(email))).rejects.toMatchObject({
    name: 'NotAuthorizedException',
  });
});

it('is removed by its owner, or by support for who lost the app', async () => {
  const AccessToken = await withApp('remove@demo.test');
  await prefer(AccessToken, false);
  expect((await act.signIn('remove@demo.test')).AuthenticationResult).toBeTruthy();
  await withApp('lost@demo.test');
  await test.client().send(
    new cognito.AdminSetUserMFAPreferenceCommand({
      UserPoolId: USER_POOL_ID,
      Username: 'lost@demo.test',
      SoftwareTokenMfaSettings: { Enabled: false },
    }),
  );
  expect((await act.signIn('lost@demo.test')).AuthenticationResult).toBeTruthy();
});

it('decides over groups: the trigger sees them and its answer is what both tokens name', async () => {
  const email = 'claims@demo.test';
  await act.anAccount(email, 'admin');
  withheld = ['admin'];
  const { AuthenticationResult: without = {} } = await act.signIn(email);
  withheld = [];
  const { AuthenticationResult: refreshed = {} } = await act.refresh(without.RefreshToken);
  const groupsIn = (token = '') => decomposeUnverifiedJwt(token).payload['cognito:groups'];
  for (const token of [without.AccessToken, without.IdToken]) {
    expect(groupsIn(token)).toBeUndefined();
  }
  for (const token of [refreshed.AccessToken, refreshed.IdToken]) {
    expect(groupsIn(token)).toEqual(['admin']);
  }
  expect(events.slice(-2).map(({ triggerSource }) => triggerSource)).toEqual([
    'TokenGeneration_Authentication',
    'TokenGeneration_RefreshTokens',
  ]);
});
