import { GetSecretValueCommand, type SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { z } from 'zod';

const StripeSecretSchema = z.object({
  STRIPE_SECRET_KEY: z.string().min(1),
  STRIPE_WEBHOOK_SECRET: z.string().min(1),
  STRIPE_CONNECT_WEBHOOK_SECRET: z.string().min(1),
});

export type StripeSecret = z.infer<typeof StripeSecretSchema>;

const CacheSecretSchema = z.object({ username: z.string().min(1), password: z.string().min(1) });

export type CacheSecret = z.infer<typeof CacheSecretSchema>;

/** Reads a secret's text. */
export async function readSecret(client: SecretsManagerClient, id: string): Promise<string> {
  const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: id }));
  if (!SecretString) throw new Error(`The secret ${id} holds no text`);
  return SecretString;
}

/** Reads Stripe's keys. */
export async function readStripeSecret(
  client: SecretsManagerClient,
  id: string,
): Promise<StripeSecret> {
  return StripeSecretSchema.parse(JSON.parse(await readSecret(client, id)));
}

/** Reads who may use the cache. */
export async function readCacheSecret(
  client: SecretsManagerClient,
  id: string,
): Promise<CacheSecret> {
  return CacheSecretSchema.parse(JSON.parse(await readSecret(client, id)));
}
