import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import Stripe from 'stripe';
import { afterEach, expect, it, vi } from 'vitest';
import { createTelemetry, type Log } from './index';

const MAIL = 'ada.lovelace+booking@example.co.uk';
const NAME = 'Ada Lovelace';
const PHONE = '+44 20 7946 0991';
const CARD = '4242 4242 4242 4242';
const TOKEN = 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJhZGEifQ.c2lnbmF0dXJl';
const CLIENT_SECRET = 'pi_3Nabc_secret_9Xyz';
const KEY = 'sk_live_51Habc';
const PERSONAL = [MAIL, NAME, PHONE, CARD, CARD.replaceAll(' ', ''), TOKEN, CLIENT_SECRET, KEY];

afterEach(() => vi.restoreAllMocks());

/** What Lambda would keep of what is logged. */
function loggedBy(write: (log: Log) => void): string {
  let output = '';
  for (const stream of [process.stdout, process.stderr]) {
    vi.spyOn(stream, 'write').mockImplementation((text) => {
      output += text;
      return true;
    });
  }
  write(createTelemetry('booking').log);
  vi.restoreAllMocks();
  return output;
}

/** As Stripe's client throws it: with everything that Stripe answered. */
const refusedCard = () =>
  Stripe.errors.StripeError.generate({
    type: 'card_error',
    code: 'card_declined',
    decline_code: 'do_not_honor',
    message: `The card ${CARD} of ${MAIL} was declined.`,
    payment_intent: { id: 'pi_3Nabc', client_secret: CLIENT_SECRET, receipt_email: MAIL },
    payment_method: { billing_details: { name: NAME, email: MAIL, phone: PHONE } },
  } as never);

/** As DynamoDB answers a lost race: with the item that stood there. */
const lostRace = () =>
  new TransactionCanceledException({
    message: 'Transaction cancelled',
    $metadata: { requestId: 'REQ1' },
    CancellationReasons: [
      { Code: 'ConditionalCheckFailed', Item: { customerName: { S: NAME }, email: { S: MAIL } } },
    ],
  });

it('a log line tells what happened and never to whom, whatever an error carries', () => {
  const output = loggedBy((log) => {
    log.error('Stripe refused a payment', { bookingId: 'b-1', error: refusedCard() });
    log.error('A record could not be digested', { error: new Error('no', { cause: lostRace() }) });
    log.warn(`No account for ${MAIL}`, { asked: [{ with: `Bearer ${TOKEN}`, key: KEY }] });
    log.info('Paid', { by: CARD, also: CARD.replaceAll(' ', ''), secret: CLIENT_SECRET });
  });
  for (const personal of PERSONAL) expect(output).not.toContain(personal);
  for (const said of ['b-1', 'card_declined', 'do_not_honor', 'TransactionCanceledException']) {
    expect(output).toContain(said);
  }
  expect(output).toContain('REQ1');
  expect(
    output
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).level),
  ).toEqual([...['ERROR', 'ERROR', 'WARN', 'INFO']]);
});

it('ids, times and sums stay as they are', () => {
  const data = {
    bookingId: '01990012-3456-7890-8901-123456789012',
    eventId: '1795428000007',
    paymentId: 'pi_3NabcDEF12345678',
    at: '2026-11-23T10:00:00.000Z',
    atMs: 1_795_428_000_000,
    totalMinor: 12_345,
    tags: ['provider:studio-linde'],
  };
  expect(JSON.parse(loggedBy((log) => log.info('Kept', data)))).toMatchObject(data);
});
