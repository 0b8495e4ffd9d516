import type { Context, CustomMessageTriggerEvent } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { MARKET_CODES } from '../../../domain/markets';
import { NAUGHTY_STRINGS } from '../../../shared/testing/naughty/strings';
import { codeMail } from './code-mail';
import { handler } from './handler';

const CODE = '{####}';
const SOURCES = [
  'CustomMessage_SignUp',
  'CustomMessage_ResendCode',
  'CustomMessage_ForgotPassword',
] as const;

/** What Cognito sends the function. */
function asked(triggerSource: string, request: object = {}): CustomMessageTriggerEvent {
  return {
    ...{ version: '1', region: 'eu-west-1', userPoolId: 'p', userName: 'u', triggerSource },
    callerContext: { awsSdkVersion: '3', clientId: 'c' },
    request: { userAttributes: { email: 'ada@demo.test' }, codeParameter: CODE, ...request },
    response: { smsMessage: null, emailMessage: null, emailSubject: null },
  } as unknown as CustomMessageTriggerEvent;
}

const answered = async (source: string, request?: object) =>
  (await handler(asked(source, request), {} as Context)).response;

describe('a mail with a code', () => {
  it.each([
    ['us', 'en', 'Your confirmation code', 'Your code for a new password'],
    ['de', 'de', 'Ihr Bestätigungscode', 'Ihr Code für ein neues Passwort'],
    ['ch', 'de', 'Ihr Bestätigungscode', 'Ihr Code für ein neues Passwort'],
    ['fr', 'fr', 'Votre code de confirmation', 'Votre code pour un nouveau mot de passe'],
    ['es', 'es', 'Su código de confirmación', 'Su código para una nueva contraseña'],
    ['jp', 'en', 'Your confirmation code', 'Your code for a new password'],
  ])('is in the language of the market: %s', async (market, language, confirm, forgot) => {
    const request = { clientMetadata: { market } };
    for (const [source, subject] of [
      ['CustomMessage_SignUp', confirm],
      ['CustomMessage_ResendCode', confirm],
      ['CustomMessage_ForgotPassword', forgot],
    ] as const) {
      const { emailSubject, emailMessage } = await answered(source, request);
      expect(emailSubject, source).toBe(subject);
      expect(emailMessage, source).toContain(`<html lang="${language}">`);
    }
  });

  it.each(SOURCES)('has the code’s place once, and is what Cognito takes: %s', (source) => {
    for (const market of MARKET_CODES) {
      const { emailSubject = '', emailMessage = '' } =
        codeMail(source, { code: CODE, market }) ?? {};
      expect(emailMessage.split(CODE)).toHaveLength(2);
      expect(emailMessage.length).toBeLessThan(20_000);
      expect(emailSubject.length).toBeLessThan(140);
    }
  });

  it('is English where no market is told, or one that is none', async () => {
    const plain = await answered('CustomMessage_SignUp', { clientMetadata: { market: 'us' } });
    for (const request of [{}, { clientMetadata: undefined }, { clientMetadata: {} }]) {
      expect(await answered('CustomMessage_SignUp', request)).toEqual(plain);
    }
    for (const market of [...NAUGHTY_STRINGS, '__proto__', 'DE', 'zz']) {
      const request = { clientMetadata: { market } };
      expect(await answered('CustomMessage_SignUp', request), market).toEqual(plain);
    }
  });

  it('says nothing that whoever asked has written', async () => {
    const plain = await answered('CustomMessage_SignUp');
    for (const text of NAUGHTY_STRINGS) {
      const request = { userAttributes: { name: text, email: text }, usernameParameter: text };
      expect(await answered('CustomMessage_SignUp', request), text).toEqual(plain);
    }
  });

  it.each(['CustomMessage_AdminCreateUser', 'CustomMessage_Authentication', 'toString'])(
    'is left to Cognito when nobody here asks for it: %s',
    async (source) => {
      expect(await answered(source)).toEqual(asked(source).response);
    },
  );
});
