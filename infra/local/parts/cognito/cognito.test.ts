import * as cognito from '@aws-sdk/client-cognito-identity-provider';
import { CognitoJwtVerifier, JwtRsaVerifier } from 'aws-jwt-verify';
import { SimpleJwksCache } from 'aws-jwt-verify/jwk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  actionsOn,
  CLIENT_ID as ClientId,
  PASSWORD,
  startTestPool,
  type TestPool,
  USER_POOL_ID as UserPoolId,
} from './testing';

const ISSUER = `https://cognito-idp.eu-west-1.amazonaws.com/${UserPoolId}`;
const confirmed: unknown[] = [];

let test: TestPool;
let ses: TestPool['ses'];
let mailedCode: ReturnType<typeof actionsOn>['mailedCode'];
let signIn: ReturnType<typeof actionsOn>['signIn'];
let anAccount: ReturnType<typeof actionsOn>['anAccount'];
const client = {
  send: ((command) => test.client().send(command)) as cognito.CognitoIdentityProviderClient['send'],
};

beforeAll(async () => {
  test = await startTestPool(async (arn, event) => {
    if (arn === 'arn:confirmed') confirmed.push(event);
    return event;
  });
  ({ ses } = test);
  ({ mailedCode, signIn, anAccount } = actionsOn(test));
});
afterAll(() => test.stop());

describe('signing up', () => {
  it('mails a code in the words of the template; the code confirms account and address', async () => {
    const Username = 'Ada@Demo.test';
    const signUp = await client.send(
      new cognito.SignUpCommand({ ClientId, Username, Password: PASSWORD }),
    );
    expect(signUp).toMatchObject({
      UserConfirmed: false,
      CodeDeliveryDetails: { Destination: 'a***@d***', DeliveryMedium: 'EMAIL' },
    });
    const mail = (await ses.listMails()).at(-1);
    expect(mail).toMatchObject({
      to: ['ada@demo.test'],
      from: 'accounts@marketplace.test',
      subject: 'Verify your new account',
    });
    await expect(signIn(Username)).rejects.toMatchObject({ name: 'UserNotConfirmedException' });
    const ConfirmationCode = await mailedCode('ada@demo.test');
    await expect(
      client.send(
        new cognito.ConfirmSignUpCommand({ ClientId, Username, ConfirmationCode: 'nope' }),
      ),
    ).rejects.toMatchObject({ name: 'CodeMismatchException' });
    await client.send(new cognito.ConfirmSignUpCommand({ ClientId, Username, ConfirmationCode }));
    const { AuthenticationResult } = await signIn('ada@demo.test');
    const user = await client.send(
      new cognito.GetUserCommand({ AccessToken: AuthenticationResult?.AccessToken }),
    );
    expect(user.UserAttributes).toContainEqual({ Name: 'email_verified', Value: 'true' });
    expect(user.UserAttributes).toContainEqual({ Name: 'sub', Value: signUp.UserSub });
    expect(confirmed).toEqual([
      expect.objectContaining({
        triggerSource: 'PostConfirmation_ConfirmSignUp',
        userPoolId: UserPoolId,
        request: {
          userAttributes: expect.objectContaining({
            sub: signUp.UserSub,
            email: 'ada@demo.test',
            email_verified: 'true',
            'cognito:user_status': 'CONFIRMED',
          }),
        },
      }),
    ]);
  });

  it('can ask for another code, and the older one no longer works', async () => {
    const Username = 'resend@demo.test';
    await client.send(new cognito.SignUpCommand({ ClientId, Username, Password: PASSWORD }));
    const older = await mailedCode(Username);
    await client.send(new cognito.ResendConfirmationCodeCommand({ ClientId, Username }));
    const newer = await mailedCode(Username);
    const confirm = (ConfirmationCode: string) =>
      client.send(new cognito.ConfirmSignUpCommand({ ClientId, Username, ConfirmationCode }));
    if (older !== newer) {
      await expect(confirm(older)).rejects.toMatchObject({ name: 'CodeMismatchException' });
    }
    await confirm(newer);
  });

  it.each([
    ['Short-1!', 'not long enough'],
    ['no-capital-letters-1', 'uppercase'],
    ['No-Number-Here', 'numeric'],
    ['NoSymbol12345', 'symbol'],
  ])('refuses the password %s: %s', async (Password, reason) => {
    const attempt = client.send(
      new cognito.SignUpCommand({ ClientId, Username: 'weak@demo.test', Password }),
    );
    await expect(attempt).rejects.toMatchObject({
      name: 'InvalidPasswordException',
      message: expect.stringContaining(reason),
    });
  });

  it('refuses an address that is taken', async () => {
    await anAccount('taken@demo.test');
    await expect(
      client.send(
        new cognito.SignUpCommand({ ClientId, Username: 'TAKEN@demo.test', Password: PASSWORD }),
      ),
    ).rejects.toMatchObject({ name: 'UsernameExistsException' });
  });
});

describe('signing in', () => {
  it('gives tokens of the real issuer that carry client, use and groups', async () => {
    await anAccount('provider@demo.test', 'provider');
    const { AuthenticationResult } = await signIn('provider@demo.test');
    expect(AuthenticationResult).toMatchObject({ TokenType: 'Bearer', ExpiresIn: 1800 });
    const jwksCache = new SimpleJwksCache({
      fetcher: {
        fetch: async () =>
          (await fetch(`${test.part().url}/${UserPoolId}/.well-known/jwks.json`)).arrayBuffer(),
      },
    });
    const verifier = CognitoJwtVerifier.create(
      { userPoolId: UserPoolId, clientId: ClientId, tokenUse: 'access', groups: 'provider' },
      { jwksCache },
    );
    const claims = await verifier.verify(AuthenticationResult?.AccessToken ?? '');
    expect(claims).toMatchObject({
      iss: ISSUER,
      client_id: ClientId,
      token_use: 'access',
      'cognito:groups': ['provider'],
    });
    const idVerifier = JwtRsaVerifier.create({ issuer: ISSUER, audience: ClientId }, { jwksCache });
    const idClaims = await idVerifier.verify(AuthenticationResult?.IdToken ?? '');
    expect(idClaims).toMatchObject({ email: 'provider@demo.test', sub: claims.sub });
  });

  it('tells a wrong password from an unknown account to nobody', async () => {
    await anAccount('known@demo.test');
    const expected = { name: 'NotAuthorizedException', message: 'Incorrect username or password.' };
    await expect(signIn('known@demo.test', 'Wrong-Pass-12!')).rejects.toMatchObject(expected);
    await expect(signIn('unknown@demo.test')).rejects.toMatchObject(expected);
  });

  it('refuses an access token that was tampered with', async () => {
    await anAccount('forged@demo.test');
    const { AuthenticationResult } = await signIn('forged@demo.test');
    const AccessToken = AuthenticationResult?.AccessToken?.replace(/.{8}$/, 'AAAAAAAA');
    await expect(client.send(new cognito.GetUserCommand({ AccessToken }))).rejects.toMatchObject({
      name: 'NotAuthorizedException',
    });
  });
});

describe('a forgotten password', () => {
  it('is replaced with a mailed code', async () => {
    const Username = 'forgot@demo.test';
    await anAccount(Username);
    await client.send(new cognito.ForgotPasswordCommand({ ClientId, Username }));
    const ConfirmationCode = await mailedCode(Username);
    const Password = 'Another-Pass-2!';
    await client.send(
      new cognito.ConfirmForgotPasswordCommand({ ClientId, Username, ConfirmationCode, Password }),
    );
    expect((await signIn(Username, Password)).AuthenticationResult).toBeTruthy();
    await expect(signIn(Username)).rejects.toMatchObject({ name: 'NotAuthorizedException' });
  });

  it('of an unknown account is answered as if mail had been sent', async () => {
    const before = (await ses.listMails()).length;
    const answer = await client.send(
      new cognito.ForgotPasswordCommand({ ClientId, Username: 'nobody@demo.test' }),
    );
    expect(answer.CodeDeliveryDetails?.Destination).toBe('n***@d***');
    expect((await ses.listMails()).length).toBe(before);
  });
});

describe('the pool', () => {
  it('keeps accounts and groups over a restart', async () => {
    await anAccount('kept@demo.test', 'admin');
    await test.restart();
    expect((await signIn('kept@demo.test')).AuthenticationResult).toBeTruthy();
    const { Groups } = await client.send(
      new cognito.AdminListGroupsForUserCommand({ UserPoolId, Username: 'kept@demo.test' }),
    );
    expect(Groups?.map(({ GroupName }) => GroupName)).toEqual(['admin']);
  });
});
