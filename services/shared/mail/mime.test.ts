import { describe, expect, it } from 'vitest';
import { mimeMessage } from './mime';

const mail = {
  to: 'ada@guest.test',
  subject: 'Booked: Färben & Schneiden, Mo 1. Juni 11:00 MESZ',
  text: 'Grüße',
  html: '<p>Grüße</p>',
};

const decoded = (message: string) =>
  message.replaceAll(/=\?UTF-8\?B\?([\w+/=]+)\?=(?:\r\n )?/g, (_, word: string) =>
    Buffer.from(word, 'base64').toString(),
  );

describe('a MIME message', () => {
  it('carries both texts, and text of any language in its subject', () => {
    const message = mimeMessage('Market <bookings@market.test>', mail);
    expect(decoded(message)).toContain(`Subject: ${mail.subject}`);
    expect(message).toContain(Buffer.from(mail.text).toString('base64'));
    expect(message).toContain(Buffer.from(mail.html).toString('base64'));
    expect(message).toMatch(/^From: Market <bookings@market\.test>\r\nTo: ada@guest\.test\r\n/);
  });

  it('names the request that it follows from, where there is one', () => {
    const message = mimeMessage('a@b.test', { ...mail, correlationId: 'b9pkN0Zc3hQd6kM1yq==' });
    expect(message).toMatch(/\r\nX-Correlation-Id: b9pkN0Zc3hQd6kM1yq==\r\n/);
    expect(mimeMessage('a@b.test', mail)).not.toContain('X-Correlation-Id');
  });

  it('keeps an attachment as it is', () => {
    const content = 'BEGIN:VCALENDAR\r\n'.repeat(20);
    const message = mimeMessage('a@b.test', {
      ...mail,
      attachments: [{ filename: 'booking.ics', contentType: 'text/calendar', content }],
    });
    const encoded = message.split('filename="booking.ics"\r\n\r\n')[1]?.split('\r\n--')[0] ?? '';
    expect(Buffer.from(encoded, 'base64').toString()).toBe(content);
  });

  it('lets no text add a header', () => {
    const message = mimeMessage('a@b.test', { ...mail, subject: 'Hi\r\nBcc: all@market.test' });
    expect(message).not.toMatch(/^Bcc:/m);
  });

  it('has no line that is too long for a mail server', () => {
    const message = mimeMessage('a@b.test', { ...mail, text: 'word '.repeat(1000) });
    for (const line of message.split('\r\n')) expect(line.length).toBeLessThanOrEqual(998);
  });
});
