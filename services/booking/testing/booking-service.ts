import { randomUUID } from 'node:crypto';
import type { BookingsContext } from '../../shared/bookings';
import type { Actor } from '../../shared/lambda';
import { silentLog, silentMetrics } from '../../shared/observability';
import {
  fakeAuth,
  fakePayments,
  startTestTable,
  TEST_ORIGIN,
  type TestTable,
  testClock,
  testSettings,
} from '../../shared/testing';
import { createApp } from '../app';
import type { BookingContext, BookingPorts } from '../context';

export const CUSTOMER = { name: 'Ada Guest', email: 'ada@guest.test' };

export interface Answer<Body = Record<string, unknown>> {
  status: number;
  body: Body;
  headers: Headers;
}

export interface CallOptions {
  token?: string;
  key?: string;
}

/** The booking service over a real table, a fake Stripe and a clock that tests set. */
export async function startBookingService() {
  const test: TestTable = await startTestTable();
  const clock = testClock('2026-05-20T10:00:00.000Z');
  const payments = fakePayments();
  const account = { name: 'Bo Account', email: 'bo@account.test', isVerified: true };
  const ports: BookingPorts = {
    table: test.table,
    payments,
    region: 'eu-west-1',
    guestTokens: fakeAuth.guestTokens,
    contacts: { ofAccessToken: async () => account },
  };
  const app = createApp(testSettings(clock), ports);
  const bookings = (): BookingsContext => ({
    table: test.table,
    payments,
    region: 'eu-west-1',
    now: clock.now(),
    log: silentLog,
    metrics: silentMetrics,
  });

  async function call(
    method: string,
    path: string,
    body: unknown,
    options: CallOptions = {},
  ): Promise<Answer> {
    const answer = await app.request(`/api/booking${path}`, {
      method,
      headers: {
        origin: TEST_ORIGIN,
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(method === 'POST' && { 'idempotency-key': options.key ?? randomUUID() }),
        ...(options.token !== undefined && { authorization: `Bearer ${options.token}` }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    const isJson = answer.headers.get('content-type')?.includes('json');
    return {
      status: answer.status,
      body: isJson ? JSON.parse(text) : { text },
      headers: answer.headers,
    };
  }

  return {
    ...test,
    app,
    /** What a use case is given, for tests below the HTTP. */
    context: (actor: Actor, operationId: string): BookingContext => ({
      ...bookings(),
      ...ports,
      actor,
      operationId,
    }),
    /** What the accounts' directory knows of whoever asks. */
    account,
    clock,
    payments,
    bookings,
    get: (path: string, options?: CallOptions) => call('GET', path, undefined, options),
    post: (path: string, body: unknown, options?: CallOptions) => call('POST', path, body, options),
    async freeStarts(serviceId: string, day = '2026-06-01'): Promise<string[]> {
      const next = new Date(Date.parse(day) + 86_400_000).toISOString();
      const { body } = await call(
        'GET',
        `/services/${serviceId}/slots?from=${day}T00:00:00Z&to=${next}`,
        undefined,
      );
      return (body.slots as { start: string }[]).map(({ start }) => start.slice(11, 16));
    },
    /** Holds a time on 1 June 2026 (`HH:MM`, UTC). */
    hold: (serviceId: string, time: string, more: object = {}, options?: CallOptions) =>
      call(
        'POST',
        '/bookings',
        { serviceId, start: `2026-06-01T${time}:00.000Z`, customer: CUSTOMER, ...more },
        options,
      ),
  };
}

export type BookingService = Awaited<ReturnType<typeof startBookingService>>;
