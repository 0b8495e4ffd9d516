import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { localClient } from '../../client';
import { type SesPart, startSes } from './index';

const CALENDAR = 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n';

const RAW = [
  'From: "Marketplace" <bookings@marketplace.test>',
  'To: "Ada Lovelace" <ada@demo.test>',
  'Subject: =?utf-8?B?R2Vow7ZydCBkaXI=?=',
  'MIME-Version: 1.0',
  'Content-Type: multipart/mixed; boundary="outer"',
  '',
  '--outer',
  'Content-Type: multipart/alternative; boundary="inner"',
  '',
  '--inner',
  'Content-Type: text/plain; charset=utf-8',
  '',
  'See you on Friday.',
  '--inner',
  'Content-Type: text/html; charset=utf-8',
  '',
  '<p>See you on <b>Friday</b>.</p>',
  '--inner--',
  '--outer',
  'Content-Type: text/calendar; charset=utf-8; method=PUBLISH; name="booking.ics"',
  'Content-Disposition: attachment; filename="booking.ics"',
  'Content-Transfer-Encoding: base64',
  '',
  Buffer.from(CALENDAR).toString('base64'),
  '--outer--',
  '',
].join('\r\n');

let stateDir: string;
let part: SesPart;
let client: SESv2Client;
beforeAll(async () => {
  stateDir = await mkdtemp(join(tmpdir(), 'ses-'));
  part = await startSes({ port: 0, stateDir });
  client = new SESv2Client(localClient(part.url));
});
afterAll(async () => {
  client.destroy();
  await part.stop();
  await rm(stateDir, { recursive: true });
});

describe('mail', () => {
  it('sent as a raw message is listed with its texts and its calendar file', async () => {
    await client.send(new SendEmailCommand({ Content: { Raw: { Data: Buffer.from(RAW) } } }));
    const mail = (await part.listMails()).at(-1);
    expect(mail).toMatchObject({
      to: ['ada@demo.test'],
      from: 'bookings@marketplace.test',
      subject: 'Gehört dir',
      attachments: [{ filename: 'booking.ics', contentType: 'text/calendar' }],
    });
    expect(mail?.text).toContain('See you on Friday.');
    expect(mail?.html).toContain('<b>Friday</b>');
    const [calendar] = mail?.attachments ?? [];
    expect(Buffer.from(calendar?.content ?? '', 'base64').toString()).toBe(CALENDAR);
  });

  it('sent as a simple message is listed the same way', async () => {
    await client.send(
      new SendEmailCommand({
        FromEmailAddress: 'bookings@marketplace.test',
        Destination: { ToAddresses: ['bob@demo.test'] },
        Content: {
          Simple: { Subject: { Data: 'Your code' }, Body: { Text: { Data: 'It is 123456' } } },
        },
      }),
    );
    expect((await part.listMails()).at(-1)).toMatchObject({
      to: ['bob@demo.test'],
      subject: 'Your code',
      text: 'It is 123456',
      html: '',
      attachments: [],
    });
  });
});
