import { describe, expect, it } from 'vitest';
import { NAUGHTY_STRINGS } from '../../shared/testing/naughty/strings';
import { bookingMail, hasMail } from './booking-mail';

const booking = {
  bookingId: 'b1',
  state: 'confirmed',
  startsAt: '2026-06-01T09:00:00.000Z',
  endsAt: '2026-06-01T10:00:00.000Z',
  updatedAt: '2026-05-20T10:00:00.000Z',
  timeZone: 'Europe/Berlin',
  serviceTitle: 'Cut & <colour>',
  providerName: 'Studio Linde',
  address: 'Lindenstr. 5, Berlin',
  totalMinor: 11_000,
  surchargeMinor: 1_000,
  providerNetMinor: 9_000,
  refundedMinor: 0,
  currency: 'EUR',
} as unknown as Parameters<typeof bookingMail>[0]['booking'];

const input = {
  audience: 'customer',
  topic: 'booking.confirmed',
  booking,
  contact: { name: 'Ada', email: 'ada@guest.test' },
  to: 'ada@guest.test',
  locale: 'en-DE',
  actionUrl: 'https://market.example/b/b1?t=secret',
  now: new Date('2026-05-20T10:00:00Z'),
} as const;

describe('the mail about a booking', () => {
  it('says what, when with its zone, where, what was paid, and where to change it', () => {
    const { subject, text } = bookingMail(input);
    expect(subject).toMatch(/^Booked: Cut & <colour>, .*11:00/);
    for (const fact of [
      'Studio Linde',
      '11:00',
      'GMT+2',
      'Lindenstr. 5',
      '€110.00',
      '€10.00',
      input.actionUrl,
    ]) {
      expect(text.replace('CEST', 'GMT+2')).toContain(fact);
    }
  });

  it.each([
    ['de-DE', 'Gebucht: ', '110,00 €', '<html lang="de">'],
    ['fr-FR', 'Réservé : ', '110,00 €', '<html lang="fr">'],
    ['es-ES', 'Reservado: ', '110,00 €', '<html lang="es">'],
    ['en-JP', 'Booked: ', '€110.00', '<html lang="en">'],
  ])('is in the language of its locale: %s', (locale, subject, paid, root) => {
    const mail = bookingMail({ ...input, locale });
    expect(mail.subject.startsWith(subject)).toBe(true);
    expect(mail.text.replaceAll(/[\u00a0\u202f]/g, ' ')).toContain(paid);
    expect(mail.html).toContain(root);
  });

  it('carries a calendar file that knows the booking', () => {
    const [file] = bookingMail(input).attachments ?? [];
    expect(file?.contentType).toContain('text/calendar');
    expect(file?.content).toContain('BEGIN:VCALENDAR');
    expect(file?.content).toContain('DTSTART:20260601T090000Z');
    expect(file?.content).toContain('UID:b1@');
  });

  it('lets nobody write HTML into it', () => {
    expect(bookingMail(input).html).toContain('Cut &amp; &lt;colour&gt;');
    for (const text of NAUGHTY_STRINGS) {
      const { html } = bookingMail({
        ...input,
        booking: { ...booking, serviceTitle: text, providerName: text, address: text },
        contact: { ...input.contact, name: text },
      });
      expect(html, text).not.toMatch(/<(script|img|svg|iframe)/i);
    }
  });

  it('tells the provider the net and never the customer’s link', () => {
    const mail = bookingMail({
      ...input,
      audience: 'provider',
      actionUrl: 'https://market.example/portal',
    });
    expect(mail.text).toContain('€90.00');
    expect(JSON.stringify(mail)).not.toContain('t=secret');
  });

  it('promises money back only where some is due', () => {
    const about = (refundedMinor: number) =>
      bookingMail({ ...input, topic: 'booking.cancelled', booking: { ...booking, refundedMinor } })
        .text;
    expect(about(5_500)).toContain('€55.00 goes back');
    expect(about(0)).toContain('nothing is refunded');
    expect(about(0)).not.toContain('goes back');
  });

  it('asks for another time with both times in it, and says what stays', () => {
    const about = bookingMail({
      ...input,
      topic: 'booking.move_proposed',
      booking: { ...booking, proposedStart: '2026-06-02T12:30:00.000Z' },
    });
    expect(about.subject).toMatch(/Another time.*14:30/);
    expect(about.text).toContain('stays as it is until you agree');
    expect(about.text).toContain('11:00');
    expect(about.attachments).toBeUndefined();
  });

  it('tells a request that nobody answered from one that was declined', () => {
    const { text } = bookingMail({ ...input, topic: 'booking.unanswered' });
    expect(text).toContain('did not answer in time');
    expect(text).toContain('not charged');
    expect(hasMail('provider', 'booking.unanswered')).toBe(true);
  });

  it('says nothing to a provider about what it decided itself', () => {
    expect(hasMail('provider', 'booking.declined')).toBe(false);
    expect(hasMail('customer', 'booking.declined')).toBe(true);
  });
});
