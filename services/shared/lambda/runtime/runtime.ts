import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type { Telemetry } from '../../observability';
import { documentClient, type MarketTable, marketTable } from '../../table';
import type { ServiceSettings } from '../app';
import { cognitoAccessTokens, type GuestTokens, guestTokens } from '../auth';
import { type Environment, parseEnvironment } from './env';
import {
  type CacheSecret,
  readCacheSecret,
  readSecret,
  readStripeSecret,
  type StripeSecret,
} from './secrets';

/** What a deployed function stands on; nothing but this reads the process's environment. */
export interface Runtime {
  env: Environment;
  telemetry: Telemetry;
  table: MarketTable;
  /** Settings of an HTTP service; pass the guests' tokens where guests are known. */
  settings(guests?: GuestTokens): ServiceSettings;
  guestTokens(): Promise<GuestTokens>;
  stripeSecret(): Promise<StripeSecret>;
  /** Undefined where the cache asks nobody who they are. */
  cacheSecret(): Promise<CacheSecret | undefined>;
}

/** Reads the environment and opens the table. */
export function startRuntime(telemetry: Telemetry): Runtime {
  const env = parseEnvironment(process.env);
  const secrets = new SecretsManagerClient({});
  const client = documentClient(telemetry.traced(new DynamoDBClient({ maxAttempts: 4 })));
  return {
    env,
    telemetry,
    table: marketTable(client, env.DYNAMODB_TABLE_NAME),
    settings: (guests) => ({
      publicOrigin: new URL(env.PUBLIC_ORIGIN).origin,
      auth: {
        accessTokens: cognitoAccessTokens(env),
        ...(guests && { guestTokens: guests }),
      },
      log: telemetry.log,
      metrics: telemetry.metrics,
      now: () => new Date(),
    }),
    guestTokens: async () => guestTokens(await readSecret(secrets, env.LINK_SECRET_ID)),
    stripeSecret: () => readStripeSecret(secrets, env.STRIPE_SECRET_ID),
    cacheSecret: async () =>
      env.CACHE_SECRET_ID === '' ? undefined : readCacheSecret(secrets, env.CACHE_SECRET_ID),
  };
}
