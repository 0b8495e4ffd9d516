import { type SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import type { Mailer } from './mailer';
import { mimeMessage } from './mime';

/** Sends through SES as a MIME message, since attachments must arrive as they are. */
export function sesMailer(client: SESv2Client, from: string): Mailer {
  return {
    async send(mail) {
      await client.send(
        new SendEmailCommand({
          FromEmailAddress: from,
          Destination: { ToAddresses: [mail.to] },
          Content: { Raw: { Data: Buffer.from(mimeMessage(from, mail)) } },
        }),
      );
    },
  };
}
