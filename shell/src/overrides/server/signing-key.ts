import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { env } from '../../env';

const TIME_LIMIT_MS = 2_000;

let reading: Promise<string> | undefined;

/** The key that overrides are signed with; read once, and again only if that failed. */
export function overrideKey(): Promise<string> {
  reading ??= readKey().catch((error: unknown) => {
    reading = undefined;
    throw error;
  });
  return reading;
}

async function readKey(): Promise<string> {
  const { AWS_REGION, OVERRIDE_SECRET_ID } = env();
  const client = new SecretsManagerClient({ region: AWS_REGION, maxAttempts: 2 });
  const { SecretString } = await client.send(
    new GetSecretValueCommand({ SecretId: OVERRIDE_SECRET_ID }),
    { abortSignal: AbortSignal.timeout(TIME_LIMIT_MS) },
  );
  if (!SecretString) throw new Error(`The secret ${OVERRIDE_SECRET_ID} holds no text`);
  return SecretString;
}
