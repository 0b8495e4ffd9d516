import type { SESv2Client } from '@aws-sdk/client-sesv2';
import { SendEmailCommand } from '@aws-sdk/client-sesv2';
import type { Messages } from 'cognito-local/lib/services/messages';

interface Template {
  EmailSubject?: string;
  EmailMessage?: string;
}

const CODE = /\{####\}/g;
const FORGOT: Required<Template> = {
  EmailSubject: 'Your password reset code',
  EmailMessage: 'Your password reset code is {####}',
};
const VERIFY: Required<Template> = {
  EmailSubject: 'Your verification code',
  EmailMessage: 'Your confirmation code is {####}',
};
const INVITE: Required<Template> = {
  EmailSubject: 'Your temporary password',
  EmailMessage: 'Your username is {username} and temporary password is {####}.',
};

type Source = Parameters<Messages['deliver']>[1];

function textsFor(source: Source, pool: Template): Required<Template> {
  if (source === 'ForgotPassword') return FORGOT;
  return source === 'AdminCreateUser' ? INVITE : { ...VERIFY, ...pool };
}

/** Sends the pool's codes as mail through SES, worded by the pool's verification template. */
export function createMessages(
  ses: SESv2Client,
  from: string,
  templateOf: (userPoolId: string) => Promise<Template>,
): Messages {
  return {
    async deliver(_ctx, source, _clientId, userPoolId, user, code, _metadata, details) {
      if (details.DeliveryMedium !== 'EMAIL') return;
      const texts = textsFor(source, await templateOf(userPoolId));
      const body = texts.EmailMessage.replace(CODE, code).replace('{username}', user.Username);
      await ses.send(
        new SendEmailCommand({
          FromEmailAddress: from,
          Destination: { ToAddresses: [details.Destination] },
          Content: {
            Simple: { Subject: { Data: texts.EmailSubject }, Body: { Text: { Data: body } } },
          },
        }),
      );
    },
  };
}
