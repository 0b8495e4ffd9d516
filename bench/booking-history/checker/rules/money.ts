import type { BookingLine, PaymentLine, ServiceLine } from '../../history/lines';
import type { Anomaly, AnomalyKind } from '../anomaly';
import { grouped, type Model } from '../model';
import { mutationsOf } from '../presence';

const KEEPING_STATES = ['confirmed', 'completed', 'no_show'];
const HOUR_MS = 3_600_000;
/** Hours before the start until which all and half goes back. */
const TERMS = { flexible: [24], moderate: [120, 24], strict: [336, 168] } as const;

interface Paid {
  booking: BookingLine;
  service: ServiceLine;
  chargedMinor: number;
  refundedMinor: number;
  moved: (type: string) => number;
}

/** Nobody pays twice, or for nothing; refunds are those of the terms, and everybody bears their share. */
export function checkMoney(model: Model): Anomaly[] {
  const byBooking = grouped(model.payments, ({ bookingId }) => bookingId);
  return [...byBooking].flatMap(([bookingId, payments]) => {
    const anomaly = (kind: AnomalyKind, what: string): Anomaly => ({
      kind,
      message: `${bookingId}: ${what}`,
    });
    const paid = readPaid(model, bookingId, payments);
    if (paid === undefined) {
      const isCharged = payments.some(({ moved }) => moved.length > 0);
      return isCharged ? [anomaly('charged-without-booking', 'there is no such booking')] : [];
    }
    if (paid.chargedMinor === 0) return [];
    return [
      ...chargeProblems(paid, payments).map((what) => anomaly('charged-twice', what)),
      ...refundProblems(model, paid).map(([kind, what]) => anomaly(kind, what)),
      ...splitProblems(paid).map((what) => anomaly('split-wrong', what)),
    ];
  });
}

function readPaid(
  model: Model,
  bookingId: string,
  payments: readonly PaymentLine[],
): Paid | undefined {
  const booking = model.booking.get(bookingId);
  const service = model.services.get(booking?.serviceId ?? '');
  if (!booking || !service) return undefined;
  const movements = payments.flatMap(({ moved }) => moved);
  const moved = (type: string) =>
    movements.reduce((sum, move) => (move.type === type ? sum + move.amountMinor : sum), 0);
  const [chargedMinor, refundedMinor] = [moved('charge'), moved('refund')];
  return { booking, service, chargedMinor, refundedMinor, moved };
}

function chargeProblems(
  { booking, service, chargedMinor }: Paid,
  payments: readonly PaymentLine[],
): string[] {
  const charged = payments.filter(({ moved }) => moved.some(({ type }) => type === 'charge'));
  const baseMinor = service.priceMinor * booking.seats;
  const prices = [baseMinor, baseMinor + share(baseMinor, 1, 10)];
  return [
    ...(charged.length > 1
      ? [`paid ${charged.map(({ intentId }) => intentId).join(' and ')}`]
      : []),
    ...(prices.includes(chargedMinor) ? [] : [`paid ${chargedMinor}, not ${prices.join(' or ')}`]),
  ];
}

function refundProblems(model: Model, paid: Paid): [AnomalyKind, string][] {
  const { booking, chargedMinor, refundedMinor } = paid;
  if (KEEPING_STATES.includes(booking.state)) {
    return refundedMinor === 0 ? [] : [['refund-wrong', `kept, and ${refundedMinor} went back`]];
  }
  if (booking.state !== 'cancelled') {
    if (refundedMinor === chargedMinor) return [];
    const what = `${booking.state}, and ${refundedMinor} of ${chargedMinor} went back`;
    return [['charged-without-booking', what]];
  }
  const due = duesOfCancellation(model, paid);
  if (due.includes(refundedMinor)) return [];
  return [['refund-wrong', `${refundedMinor} went back, not ${due.join(' or ')}`]];
}

/** What may be due, by who may have cancelled, and whether it was paid by then. */
function duesOfCancellation(model: Model, { booking, service, chargedMinor }: Paid): number[] {
  const paidMs = Date.parse(booking.paidAt ?? '');
  return mutationsOf(model, booking.bookingId).flatMap(({ first, startedMs, endedMs }) => {
    if (first.action === 'provider-cancel') return [chargedMinor];
    if (first.action !== 'cancel') return [];
    const byTerms = termsRefund(service, booking.start, startedMs, chargedMinor);
    return Number.isNaN(paidMs) || paidMs > endedMs
      ? [chargedMinor]
      : paidMs >= startedMs
        ? [chargedMinor, byTerms]
        : [byTerms];
  });
}

function termsRefund(
  { policy }: ServiceLine,
  start: string,
  nowMs: number,
  totalMinor: number,
): number {
  const hoursLeft = (Date.parse(start) - nowMs) / HOUR_MS;
  const [wholeUntil, halfUntil = Number.POSITIVE_INFINITY] = TERMS[policy];
  if (hoursLeft >= wholeUntil) return totalMinor;
  return hoursLeft >= halfUntil ? share(totalMinor, 1, 2) : 0;
}

/** The provider holds `net − share(refunded)`, the platform the rest. */
function splitProblems({ booking, service, chargedMinor, refundedMinor, moved }: Paid): string[] {
  const baseMinor = service.priceMinor * booking.seats;
  const netMinor = baseMinor - share(baseMinor, 1, 10);
  const expected = netMinor - share(netMinor, refundedMinor, chargedMinor);
  const providerMinor =
    moved('transfer') - moved('reversal') - moved('application_fee') + moved('fee_refund');
  const platformMinor = chargedMinor - refundedMinor - providerMinor;
  const wanted = chargedMinor - refundedMinor - expected;
  if (providerMinor === expected && platformMinor === wanted) return [];
  return [
    `provider holds ${providerMinor} and platform ${platformMinor}, not ${expected} and ${wanted}`,
  ];
}

/** `amount × part / whole`, half up. */
function share(amount: number, part: number, whole: number): number {
  const twice = 2n * BigInt(amount) * BigInt(part) + BigInt(whole);
  return Number(twice / (2n * BigInt(whole)));
}
