import type { Body, SESv2Client } from '@aws-sdk/client-sesv2';
import { SendEmailCommand } from '@aws-sdk/client-sesv2';
import type { Messages } from 'cognito-local/lib/services/messages';
import { attributesToRecord } from 'cognito-local/lib/services/userPoolService';
import { CODE_PARAMETER, type PoolTriggers } from './triggers';

interface Template {
  EmailSubject?: string;
  EmailMessage?: string;
}

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

interface MessagesOptions {
  ses: SESv2Client;
  from: string;
  poolTriggers: PoolTriggers;
  templateOf: (userPoolId: string) => Promise<Template>;
}

/** Sends the pool's codes as mail through SES, worded by its trigger, else by its verification template. */
export function createMessages({ ses, from, poolTriggers, templateOf }: MessagesOptions): Messages {
  return {
    async deliver(_ctx, source, clientId, userPoolId, user, code, metadata = {}, details) {
      if (details.DeliveryMedium !== 'EMAIL') return;
      const attributes = attributesToRecord(user.Attributes);
      const person = { clientId: clientId ?? '', username: user.Username, attributes };
      const worded = await poolTriggers.worded({ ...person, source, metadata });
      const texts = textsFor(source, await templateOf(userPoolId));
      const filled = (text: string) =>
        text.replaceAll(CODE_PARAMETER, code).replace('{username}', user.Username);
      const send = (subject: string, body: Body) =>
        ses.send(
          new SendEmailCommand({
            FromEmailAddress: from,
            Destination: { ToAddresses: [details.Destination] },
            Content: { Simple: { Subject: { Data: subject }, Body: body } },
          }),
        );
      if (!worded) {
        await send(texts.EmailSubject, { Text: { Data: filled(texts.EmailMessage) } });
        return;
      }
      const html = filled(worded.html);
      await send(filled(worded.subject), { Html: { Data: html }, Text: { Data: textOf(html) } });
    },
  };
}

/** What a program shows that knows no HTML. */
function textOf(html: string): string {
  return html
    .replace(/<head>.*<\/head>/s, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
