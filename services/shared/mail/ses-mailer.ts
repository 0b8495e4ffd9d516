import { type SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import MailComposer from 'nodemailer/lib/mail-composer';
import type { Mailer } from './mailer';

/** Sends through SES as a MIME message, since attachments must arrive as they are. */
export function sesMailer(client: SESv2Client, from: string): Mailer {
  return {
    async send(mail) {
      const message = await new MailComposer({ from, ...mail }).compile().build();
      await client.send(
        new SendEmailCommand({
          FromEmailAddress: from,
          Destination: { ToAddresses: [mail.to] },
          Content: { Raw: { Data: message } },
        }),
      );
    },
  };
}
