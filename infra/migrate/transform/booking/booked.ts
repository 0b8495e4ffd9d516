import { ledgerEntry } from '@marketplace/services/shared/bookings/ledger';
import type { BookingItem, ProviderItem, ServiceItem } from '@marketplace/services/shared/table';
import { z } from 'zod';
import type { BookingRow, PaymentRow, ReviewRow } from '../../source/rows';
import { Rejected, type SourceTable } from '../findings';
import { countRead, emptyOutcome, type MigratedItem, type NoteMend, type Outcome } from '../items';
import { cleanText, instantOf } from '../values';
import { bookingOf } from './booking';
import type { Claims } from './claims';
import { type Paid, paidOf } from './payment';

const Email = z.email().max(254);
const MAX_NAME_LENGTH = 120;
const MAX_REVIEW_LENGTH = 2000;

/** What a provider's bookings are looked up in, and what they add up to. */
export interface Books {
  provider: ProviderItem;
  /** By their uuid; undefined for a service that stays behind. */
  services: ReadonlyMap<string, ServiceItem | undefined>;
  claims: Claims;
}

/** A booking with its contact, payment, ledger and review, or why it stays behind. */
export function bookedOutcome(row: BookingRow, books: Books): Outcome {
  const outcome = emptyOutcome();
  countRead(outcome, 'bookings');
  countRead(outcome, 'payments', row.payments.length);
  countRead(outcome, 'reviews', row.reviews.length);
  try {
    const service = serviceOf(row, books);
    const paid = firstPaid(row.payments, service.currency, outcome);
    const booking = bookingOf(row, { provider: books.provider, service, paid }, (reason, detail) =>
      outcome.findings.push({ table: 'bookings', id: row.id, reason, ...(detail && { detail }) }),
    );
    if (!books.claims.add(booking)) throw new Rejected('OVERLAPS');
    addItems(outcome, row, booking, paid);
    return outcome;
  } catch (error) {
    if (!(error instanceof Rejected)) throw error;
    return leftBehind(row, error, outcome);
  }
}

function serviceOf(row: BookingRow, { services }: Books): ServiceItem {
  if (row.service_id === null || !services.has(row.service_id)) throw new Rejected('ORPHAN');
  const service = services.get(row.service_id);
  if (!service) throw new Rejected('SERVICE_NOT_MIGRATED');
  return service;
}

/** Payments and reviews stay behind with their booking. */
function leftBehind(
  { id, payments, reviews }: BookingRow,
  { reason, detail }: Rejected,
  { read }: Outcome,
): Outcome {
  const alike = (table: SourceTable, rows: readonly { id: string }[]) =>
    rows.map((row) => ({ table, id: row.id, reason: 'BOOKING_NOT_MIGRATED' as const }));
  return {
    items: [],
    read,
    findings: [
      { table: 'bookings', id, reason, ...(detail && { detail }) },
      ...alike('payments', payments),
      ...alike('reviews', reviews),
    ],
  };
}

/** The payment that stands; the others are noted. */
function firstPaid(
  rows: readonly PaymentRow[],
  currency: string,
  { findings }: Outcome,
): Paid | undefined {
  let paid: Paid | undefined;
  for (const row of rows) {
    try {
      if (row.status !== 'succeeded') throw new Rejected('NOT_PAID', row.status ?? undefined);
      const read = paidOf(row);
      if (read.currency !== currency) throw new Rejected('OTHER_CURRENCY', read.currency);
      if (paid) throw new Rejected('SECOND_PAYMENT', read.paymentIntentId);
      paid = read;
    } catch (error) {
      if (!(error instanceof Rejected)) throw error;
      const { reason, detail } = error;
      findings.push({ table: 'payments', id: row.id, reason, ...(detail && { detail }) });
    }
  }
  return paid;
}

function addItems(
  outcome: Outcome,
  row: BookingRow,
  booking: BookingItem,
  paid: Paid | undefined,
): void {
  const { bookingId } = booking;
  const note: NoteMend = (reason, detail) =>
    outcome.findings.push({ table: 'bookings', id: row.id, reason, ...(detail && { detail }) });
  const review = firstReview(row, booking, outcome);
  outcome.items.push({
    entity: 'booking',
    item: { ...booking, ...(review && { reviewedAt: review.item.createdAt }) },
  });
  const contact = contactOf(row, note);
  if (contact) outcome.items.push({ entity: 'bookingContact', item: { bookingId, ...contact } });
  if (paid) outcome.items.push(...moneyItems(booking, paid));
  if (review) outcome.items.push(review);
}

function contactOf(row: BookingRow, note: NoteMend): { name: string; email: string } | undefined {
  const email = [row.customer_email?.trim(), row.account_email].find(
    (address) => Email.safeParse(address).success,
  );
  if (email === undefined || email === null) {
    note('NO_CONTACT');
    return undefined;
  }
  const named = row.customer_name ?? row.account_name;
  const { text, isChanged } = cleanText(named, MAX_NAME_LENGTH);
  if (isChanged && named !== null) note('TEXT_CLEANED', 'customer_name');
  return { name: text || email, email };
}

function moneyItems(booking: BookingItem, paid: Paid): MigratedItem[] {
  const { bookingId } = booking;
  const { paymentIntentId, chargeId, currency, totalMinor: amountMinor, paidAt } = paid;
  return [
    {
      entity: 'payment',
      item: {
        ...{ bookingId, paymentIntentId, chargeId, amountMinor, currency },
        // What was paid with it is paid; nobody confirms this intent again.
        clientSecret: '',
        stripeStatus: 'succeeded',
        createdAt: paidAt,
      },
    },
    ...paid.movements.map((movement) => ({
      entity: 'ledger' as const,
      item: ledgerEntry(booking, movement),
    })),
  ];
}

type ReviewOut = Extract<MigratedItem, { entity: 'review' }>;

function firstReview(
  { reviews, account_id }: BookingRow,
  booking: BookingItem,
  { findings }: Outcome,
): ReviewOut | undefined {
  let first: ReviewOut | undefined;
  for (const row of reviews) {
    const reject = (reason: 'SECOND_REVIEW' | 'BAD_STARS' | 'BAD_TIMESTAMP') =>
      findings.push({ table: 'reviews', id: row.id, reason });
    const createdAt = instantOf(row.created_at);
    if (first) reject('SECOND_REVIEW');
    else if (![1, 2, 3, 4, 5].includes(row.stars ?? 0)) reject('BAD_STARS');
    else if (createdAt === undefined) reject('BAD_TIMESTAMP');
    else {
      const { text, isChanged } = cleanText(row.body, MAX_REVIEW_LENGTH);
      if (isChanged) findings.push({ table: 'reviews', id: row.id, reason: 'TEXT_CLEANED' });
      first = { entity: 'review', item: reviewItem({ row, booking, text, createdAt, account_id }) };
    }
  }
  return first;
}

function reviewItem(input: {
  row: ReviewRow;
  booking: BookingItem;
  text: string;
  createdAt: string;
  account_id: string | null;
}): ReviewOut['item'] {
  const { bookingId, providerId, serviceId, serviceTitle } = input.booking;
  return {
    ...{ bookingId, providerId, serviceId, serviceTitle, text: input.text },
    stars: input.row.stars ?? 0,
    authorName: cleanText(input.row.author_name, MAX_NAME_LENGTH).text || 'A customer',
    ...(input.account_id !== null && { reviewerId: input.account_id }),
    createdAt: input.createdAt,
  };
}
