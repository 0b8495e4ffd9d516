import * as cognito from '@aws-sdk/client-cognito-identity-provider';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  actionsOn,
  CLIENT_ID as ClientId,
  PASSWORD,
  startTestPool,
  type TestPool,
} from './testing';

interface Asked {
  triggerSource: string;
  request: { codeParameter: string; clientMetadata: Record<string, string> };
}

let test: TestPool;
let mailedCode: ReturnType<typeof actionsOn>['mailedCode'];
const asked: Asked[] = [];

beforeAll(async () => {
  test = await startTestPool(async (arn, event) => {
    if (arn !== 'arn:messages') return event;
    const { triggerSource, request } = event as Asked;
    asked.push({ triggerSource, request });
    const { codeParameter, clientMetadata } = request;
    if (clientMetadata.market === undefined) return event;
    const emailMessage = `<html><head><title>000000</title></head><p>${clientMetadata.market}</p><b>${codeParameter}</b></html>`;
    return { ...event, response: { emailSubject: `${triggerSource} für Sie`, emailMessage } };
  });
  ({ mailedCode } = actionsOn(test));
});
afterAll(() => test.stop());

const Username = 'ada@demo.test';
const ClientMetadata = { market: 'de' };
const lastMail = async () => (await test.ses.listMails()).at(-1);

describe('a mail with a code', () => {
  it('is in the words of the pool’s trigger, which is told what the caller says', async () => {
    const account = { ClientId, Username, Password: PASSWORD };
    await test.client().send(new cognito.SignUpCommand({ ...account, ClientMetadata }));
    expect(await lastMail()).toMatchObject({
      to: [Username],
      subject: 'CustomMessage_SignUp für Sie',
      html: expect.stringMatching(/<p>de<\/p><b>\d{6}<\/b>/),
      text: expect.stringMatching(/^de \d{6}$/),
    });
    const request = { ClientId, Username, ClientMetadata };
    await test.client().send(new cognito.ResendConfirmationCodeCommand(request));
    expect(await lastMail()).toMatchObject({ subject: 'CustomMessage_ResendCode für Sie' });
    const ConfirmationCode = await mailedCode(Username);
    await test
      .client()
      .send(new cognito.ConfirmSignUpCommand({ ClientId, Username, ConfirmationCode }));
    await test.client().send(new cognito.ForgotPasswordCommand(request));
    expect(await lastMail()).toMatchObject({ subject: 'CustomMessage_ForgotPassword für Sie' });
    expect(asked.map(({ request: { codeParameter } }) => codeParameter)).toEqual(
      Array(3).fill('{####}'),
    );
  });

  it('is in the pool’s own words when the trigger has none', async () => {
    const account = { ClientId, Username: 'eve@demo.test', Password: PASSWORD };
    await test.client().send(new cognito.SignUpCommand(account));
    expect(await lastMail()).toMatchObject({
      subject: 'Verify your new account',
      text: expect.stringMatching(/^The verification code to your new account is \d{6}$/),
    });
  });
});
