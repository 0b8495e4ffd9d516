import { randomUUID } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda';
import { BookingRequest } from '../../../services/booking/contract';
import { quote } from '../../../services/domain/money';
import { guestTokens } from '../../../services/shared/lambda/auth';
import { readSecret, readStripeSecret } from '../../../services/shared/lambda/runtime/secrets';
import { stripeClient, stripePayments } from '../../../services/shared/payments';
import {
  documentClient,
  marketTable,
  newId,
  providerIdOf,
  withStatus,
} from '../../../services/shared/table';

const HOLD_MS = 15 * 60_000;
const MINUTE_MS = 60_000;

const { DYNAMODB_TABLE_NAME = '', STRIPE_SECRET_ID = '', LINK_SECRET_ID = '' } = process.env;
const table = marketTable(documentClient(new DynamoDBClient({})), DYNAMODB_TABLE_NAME);
const secrets = new SecretsManagerClient({});
const [{ STRIPE_SECRET_KEY }, linkSecret] = await Promise.all([
  readStripeSecret(secrets, STRIPE_SECRET_ID),
  readSecret(secrets, LINK_SECRET_ID),
]);
const payments = stripePayments(stripeClient(STRIPE_SECRET_KEY, process.env.STRIPE_API_ORIGIN));
const tokens = guestTokens(linkSecret);

/**
 * Books as a first version does: reads what is booked, and inserts if nothing is in the way. No claim,
 * no transaction, no `Idempotency-Key`: the control that the real service is measured against.
 */
export async function handler({ body }: APIGatewayProxyEvent): Promise<APIGatewayProxyResult> {
  const request = BookingRequest.parse(JSON.parse(body ?? ''));
  const found = await read(request.serviceId);
  if (!found) return answer(404, { code: 'NOT_FOUND' });
  const { service, provider, availability } = found;
  const startMs = Date.parse(request.start);
  const endMs = startMs + service.durationMin * MINUTE_MS;
  if (await isTaken(service.providerId, startMs, endMs)) return answer(409, { code: 'SLOT_TAKEN' });

  const now = new Date();
  const bookingId = newId(now);
  const seats = request.seats ?? 1;
  const { commissionMinor: _, ...price } = quote({
    unitPriceMinor: service.priceMinor,
    seats,
    currency: service.currency,
    guest: true,
  });
  const expiresAt = new Date(now.getTime() + HOLD_MS).toISOString();
  const stripeAccountId = provider.stripeAccountId ?? '';
  const intent = await payments.createIntent({
    bookingId,
    amountMinor: price.totalMinor,
    applicationFeeMinor: price.applicationFeeMinor,
    currency: price.currency,
    destination: stripeAccountId,
    isCapturedLater: service.requiresApproval,
  });
  const { serviceId, providerId, title, bufferBefore, bufferAfter, capacity, policy } = service;
  await Promise.all([
    table.booking
      .put({
        ...{ bookingId, serviceId, providerId, bufferBefore, bufferAfter, capacity, policy, seats },
        ...price,
        ...withStatus('BOOKING', bookingId, 'held'),
        version: 1,
        isGuest: true,
        resourceId: service.resourceIds[0] ?? providerId,
        startsAt: new Date(startMs).toISOString(),
        endsAt: new Date(endMs).toISOString(),
        serviceTitle: title,
        providerName: provider.name,
        providerSlug: provider.slug,
        timeZone: availability.timeZone,
        requiresApproval: service.requiresApproval,
        refundDueMinor: 0,
        refundedMinor: 0,
        ...{ stripeAccountId, expiresAt },
        paymentIntentId: intent.id,
        createdAt: now.toISOString(),
        updatedAt: now.toISOString(),
      })
      .go(),
    table.bookingContact
      .put({ bookingId, name: 'Guest', email: 'guest@bench.test', ...request.customer })
      .go(),
    table.payment
      .put({
        bookingId,
        paymentIntentId: intent.id,
        clientSecret: intent.clientSecret,
        stripeStatus: intent.status,
        amountMinor: intent.amountMinor,
        currency: intent.currency,
        createdAt: now.toISOString(),
      })
      .go(),
  ]);
  return answer(201, {
    bookingId,
    state: 'held',
    price,
    holdExpiresAt: expiresAt,
    clientSecret: intent.clientSecret,
    accessToken: tokens.sign(bookingId),
  });
}

async function read(serviceId: string) {
  const providerId = providerIdOf(serviceId);
  const [service, provider, availability] = await Promise.all([
    table.service.get({ providerId, serviceId }).go(),
    table.provider.get({ providerId }).go(),
    table.availability.get({ providerId }).go(),
  ]);
  if (!service.data || !provider.data || !availability.data) return undefined;
  return { service: service.data, provider: provider.data, availability: availability.data };
}

/** Looks at the provider's bookings of the day before and the day itself. */
async function isTaken(providerId: string, startMs: number, endMs: number): Promise<boolean> {
  const { data } = await table.booking.query
    .byProvider({ providerId })
    .between(
      { startsAt: new Date(startMs - 12 * 60 * MINUTE_MS).toISOString() },
      { startsAt: new Date(endMs).toISOString() },
    )
    .go();
  return data.some(
    ({ state, startsAt, endsAt }) =>
      (state === 'held' || state === 'confirmed') &&
      Date.parse(startsAt) < endMs &&
      startMs < Date.parse(endsAt),
  );
}

function answer(statusCode: number, body: object): APIGatewayProxyResult {
  const headers = { 'content-type': 'application/json', 'x-correlation-id': randomUUID() };
  return { statusCode, headers, body: JSON.stringify(body) };
}
