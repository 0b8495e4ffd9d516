import { S3Client } from '@aws-sdk/client-s3';
import type { ProviderItem } from '../../shared/table';
import {
  aProvider,
  fakePayments,
  TEST_ORIGIN,
  type TestTable,
  testClock,
  testSettings,
  tokenOf,
} from '../../shared/testing';
import { createApp } from '../app';
import { s3Uploads } from '../uploads/uploads';
import { fakeAccounts } from './accounts';

const NOW = '2026-06-01T09:30:00.000Z';

/** The portal's API with a provider who is signed in to it. */
export async function aPortal({ table }: TestTable, changes: Partial<ProviderItem> = {}) {
  const provider = await aProvider(table, changes);
  const userId = provider.ownerUserId;
  const person = { email: 'owner@example.test', name: 'Olga Owner', createdAt: NOW };
  await table.user.put({ userId, providerId: provider.providerId, ...person }).go();
  const clock = testClock(NOW);
  const payments = fakePayments();
  const onboarding = fakeAccounts();
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  const s3 = new S3Client({ region: 'eu-west-1', credentials });
  const app = createApp(testSettings(clock), {
    table,
    payments,
    accounts: onboarding.accounts,
    uploads: s3Uploads('assets', s3),
    publicOrigin: TEST_ORIGIN,
    region: 'eu-west-1',
  });

  async function as(token: string | undefined, method: string, path: string, body?: unknown) {
    const answer = await app.request(`/api/provider/${path}`, {
      method,
      headers: {
        'content-type': 'application/json',
        'idempotency-key': crypto.randomUUID(),
        origin: TEST_ORIGIN,
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    return { status: answer.status, body: (await answer.json()) as unknown };
  }

  return {
    ...{ app, provider, clock, payments, finishAccount: onboarding.finish, as },
    get: (path: string) => as(tokenOf(userId), 'GET', path),
    send: (method: string, path: string, body: unknown = {}) =>
      as(tokenOf(userId), method, path, body),
  };
}
