import { languageOf, MARKETS } from '../../domain/markets';
import { readBooking, releasePayment, settleRefund } from '../../shared/bookings';
import type { Mail } from '../../shared/mail';
import { type BookingItem, type OutboxItem, type ProviderItem, transact } from '../../shared/table';
import { type Audience, bookingMail, hasMail } from '../mail/booking-mail';
import type { ProcessorContext } from './context';

/**
 * Does what a booking's change asks for, at least once: money that is to move is moved first, then
 * both sides are written to. Only messages of this region are acted on.
 */
export async function processMessage(ctx: ProcessorContext, message: OutboxItem): Promise<void> {
  if (message.region !== ctx.region || (await isDone(ctx, message))) return;
  const { bookingId, correlationId, topic } = message;
  await moveMoney(ctx, message);
  const booking = await readBooking(ctx.table, bookingId);
  if (!booking) return ctx.log.warn('A message names a booking that is not there', { bookingId });
  const mails = await mailsAbout(ctx, message, booking);
  for (const mail of mails) await ctx.mailer.send({ ...mail, correlationId });
  ctx.log.info('Both sides were written to', { bookingId, topic, mails: mails.length });
  await noteDone(ctx, message, booking);
}

async function isDone({ table }: ProcessorContext, { messageId }: OutboxItem): Promise<boolean> {
  const { data } = await table.outbox.get({ messageId }).go({ consistent: true });
  return data?.doneAt !== undefined;
}

/** After these, money that was paid or reserved goes back. */
const MOVING_MONEY: readonly OutboxItem['topic'][] = [
  'booking.cancelled',
  'booking.declined',
  'booking.unanswered',
  'booking.released',
  'booking.refunded',
];

async function moveMoney(ctx: ProcessorContext, { topic, bookingId }: OutboxItem): Promise<void> {
  if (!MOVING_MONEY.includes(topic)) return;
  const booking = await readBooking(ctx.table, bookingId);
  if (booking && booking.paidAt === undefined) await releasePayment(ctx, booking);
  await settleRefund(ctx, bookingId);
}

async function mailsAbout(
  ctx: ProcessorContext,
  { topic }: OutboxItem,
  booking: BookingItem,
): Promise<Mail[]> {
  const { table, now } = ctx;
  const { bookingId, providerId } = booking;
  const [contact, provider] = await Promise.all([
    table.bookingContact.get({ bookingId }).go(),
    table.provider.get({ providerId }).go(),
  ]);
  if (!contact.data || !provider.data || isOutdated(topic, booking)) return [];
  const owner = await table.user.get({ userId: provider.data.ownerUserId }).go();
  const about = {
    topic,
    booking,
    contact: contact.data,
    now,
    locale: localeOf(provider.data),
  };
  const recipients: [Audience, string | undefined, string][] = [
    ['customer', contact.data.email, customerLink(ctx, bookingId)],
    ['provider', owner.data?.email, `${ctx.publicOrigin}/portal/bookings`],
  ];
  return recipients.flatMap(([audience, to, actionUrl]) =>
    to !== undefined && hasMail(audience, topic)
      ? [bookingMail({ ...about, audience, to, actionUrl })]
      : [],
  );
}

/** The language of the market that the booking was sold in, for the country where it takes place. */
function localeOf({ market, place }: ProviderItem): string {
  return `${languageOf(MARKETS[market].locale)}-${place.country}`;
}

/** A proposal may be answered or taken back before it was written about. */
function isOutdated(topic: OutboxItem['topic'], { proposedStart }: BookingItem): boolean {
  return topic === 'booking.move_proposed' && proposedStart === undefined;
}

/** The address that opens the booking without an account. */
function customerLink({ publicOrigin, guestTokens }: ProcessorContext, bookingId: string): string {
  return `${publicOrigin}/b/${bookingId}?t=${encodeURIComponent(guestTokens.sign(bookingId))}`;
}

/** A confirmed booking counts for its provider exactly once, since the message is done only once. */
async function noteDone(
  { table, now }: ProcessorContext,
  { messageId, topic }: OutboxItem,
  { providerId }: BookingItem,
): Promise<void> {
  await transact(() =>
    table.transaction.write((items) => [
      items.outbox
        .patch({ messageId })
        .set({ doneAt: now.toISOString() })
        .where(({ doneAt }, { notExists }) => notExists(doneAt))
        .commit(),
      ...(topic === 'booking.confirmed'
        ? [items.provider.patch({ providerId }).add({ bookingsCount: 1 }).commit()]
        : []),
    ]),
  );
}
