import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { type Email, getStoreReadonly, saveEmail } from 'aws-ses-v2-local/dist/store';
import type { Part } from '../../part';
import { loadState, saveBehind } from '../../state-file';

/** Required, because Node and the test runner disagree on what its CommonJS default export is. */
const { default: startServer } = createRequire(import.meta.url)(
  'aws-ses-v2-local',
) as typeof import('aws-ses-v2-local');

export interface MailAttachment {
  filename: string;
  contentType: string;
  /** Base64. */
  content: string;
}

export interface Mail {
  to: string[];
  from: string;
  subject: string;
  text: string;
  html: string;
  attachments: MailAttachment[];
  /** ISO 8601, to the second. */
  sentAt: string;
}

export interface SesPart extends Part {
  /** Every mail sent so far, oldest first. */
  listMails(): Promise<Mail[]>;
}

/** `"Ada" <ada@demo.test>` → `ada@demo.test`. */
function addressesIn(field: string): string[] {
  return field
    .split(',')
    .map((one) => /<([^>]+)>/.exec(one)?.[1] ?? one.trim())
    .filter((address) => address.includes('@'));
}

function mailOf(email: Email): Mail {
  return {
    to: email.destination.to.flatMap(addressesIn),
    from: addressesIn(email.from)[0] ?? email.from,
    subject: email.subject,
    text: email.body.text ?? '',
    html: email.body.html ?? '',
    attachments: email.attachments.map(({ filename, contentType, content }) => ({
      filename: filename ?? 'attachment',
      contentType,
      content,
    })),
    sentAt: new Date(email.at * 1000).toISOString(),
  };
}

/**
 * Amazon SES v2 that keeps mail instead of sending it (aws-ses-v2-local, which parses raw MIME).
 * Its store belongs to the process, so there is one instance a process.
 */
export async function startSes(options: { port: number; stateDir: string }): Promise<SesPart> {
  const stateFile = join(options.stateDir, 'mails.json');
  for (const email of (await loadState<Email[]>(stateFile)) ?? []) saveEmail(email);
  const emails = () => getStoreReadonly().emails;
  const server = await startServer({ host: '127.0.0.1', port: options.port });
  const { port } = server.address() as AddressInfo;
  return {
    name: 'ses',
    url: `http://127.0.0.1:${port}`,
    listMails: async () => emails().map(mailOf),
    health: async () => ({ ready: server.listening, detail: `${emails().length} mails` }),
    stop: async () => {
      await new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      });
      await saveBehind(stateFile, emails).flush();
    },
  };
}
