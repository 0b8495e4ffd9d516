import { createTranslator } from 'use-intl/core';
import { languageOf } from '../../domain/markets';
import { currencyOf } from '../../domain/money';
import { type Letter, letterHtml, letterText, type Mail } from '../../shared/mail';
import type { BookingItem, OutboxItem } from '../../shared/table';
import { bookingCalendar } from './calendar';
import de from './messages/de.json';
import en from './messages/en.json';
import es from './messages/es.json';
import fr from './messages/fr.json';

export type Audience = 'customer' | 'provider';
type Topic = OutboxItem['topic'];

export interface BookingMailInput {
  audience: Audience;
  topic: Topic;
  booking: BookingItem;
  contact: { name: string; email: string };
  /** Address of the audience. */
  to: string;
  /** BCP 47: its language is the one to write in, its region the one to format for. */
  locale: string;
  /** Where the mail's one button leads. */
  actionUrl: string;
  now: Date;
}

/** All have the keys of the English one. */
const CATALOGUES = { en, de, fr, es };

const WITH_CALENDAR: readonly Topic[] = ['booking.confirmed', 'booking.rescheduled'];

/** A provider is not told of what it did itself, or never heard of. */
export function hasMail(audience: Audience, topic: Topic): boolean {
  return topic.replace('.', '_') in en[audience];
}

/** The mail about what happened to a booking: what, when with its zone, what was paid, what next. */
export function bookingMail(input: BookingMailInput): Mail {
  const { booking, to, audience, topic } = input;
  const letter = letterOf(input);
  const isInvitation = WITH_CALENDAR.includes(topic);
  return {
    to,
    subject: letter.subject,
    text: letterText(letter),
    html: letterHtml(letter),
    ...(isInvitation && {
      attachments: [
        {
          filename: 'booking.ics',
          contentType: 'text/calendar; charset=utf-8; method=PUBLISH',
          content: bookingCalendar(
            booking,
            input.now,
            audience === 'customer' ? input.actionUrl : undefined,
          ),
        },
      ],
    }),
  };
}

function letterOf({
  audience,
  topic,
  booking,
  contact,
  locale,
  actionUrl,
}: BookingMailInput): Letter {
  const language = languageOf(locale);
  const messages = CATALOGUES[language];
  const t = createTranslator<Record<string, unknown>>({ locale, messages });
  const money = moneyIn(locale, booking.currency);
  const { proposedStart = booking.startsAt } = booking;
  const values = {
    service: booking.serviceTitle,
    provider: booking.providerName,
    customer: contact.name,
    when: instantIn(locale, booking, 'short'),
    proposed: instantIn(locale, { ...booking, startsAt: proposedStart }, 'short'),
    refund: money(booking.refundedMinor),
    refundMinor: booking.refundedMinor,
    net: money(booking.providerNetMinor),
  };
  const say = (key: 'subject' | 'lead' | 'action') =>
    t(`${audience}.${topic.replace('.', '_')}.${key}` as never, values as never) as string;
  const paid =
    booking.surchargeMinor > 0
      ? `${money(booking.totalMinor)} (${t('facts.surcharge' as never, { amount: money(booking.surchargeMinor) } as never)})`
      : money(booking.totalMinor);
  const fact = (key: keyof typeof en.facts, value: string | undefined) =>
    value ? [[t(`facts.${key}` as never) as string, value] as const] : [];
  return {
    language,
    subject: say('subject'),
    title: booking.serviceTitle,
    lead: say('lead'),
    facts: [
      ...fact('when', instantIn(locale, booking, 'long')),
      ...fact('where', booking.address),
      ...fact('paid', audience === 'customer' ? paid : undefined),
      ...fact('reference', booking.bookingId),
    ],
    action: { label: say('action'), url: actionUrl },
  };
}

function moneyIn(locale: string, currency: string) {
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency });
  return (amountMinor: number) => format.format(amountMinor / 10 ** currencyOf(currency).decimals);
}

function instantIn(
  locale: string,
  { startsAt, timeZone }: Pick<BookingItem, 'startsAt' | 'timeZone'>,
  length: 'short' | 'long',
): string {
  return new Intl.DateTimeFormat(locale, {
    weekday: length,
    day: 'numeric',
    month: length,
    ...(length === 'long' ? { year: 'numeric' } : {}),
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
    timeZone,
  }).format(new Date(startsAt));
}
