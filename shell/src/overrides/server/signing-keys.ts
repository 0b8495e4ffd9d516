import {
  GetSecretValueCommand,
  ResourceNotFoundException,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import { env } from '../../env';
import { OVERRIDE_SECONDS } from './cookie';

const TIME_LIMIT_MS = 2_000;
const KEPT_MS = 5 * 60_000;
const FRESH_MS = 10_000;

export interface SigningKeys {
  /** What an override is signed with. */
  current: string;
  /** What one may be signed with, the current key first. */
  accepted: readonly string[];
}

interface Version {
  key: string;
  createdAtMs: number;
}

interface Versions {
  current: Version;
  previous: Version | undefined;
  readAtMs: number;
}

let kept: Versions | undefined;
let reading: Promise<Versions> | undefined;

/**
 * The keys of overrides. The one before a rotation is accepted until all that it signed has ended, also by
 * servers that had not heard of the rotation yet.
 *
 * @param isDoubted whether what was read some seconds ago may have been overtaken by a rotation
 * @throws when the keys were never read, and cannot be
 */
export async function signingKeys({ isDoubted = false } = {}): Promise<SigningKeys> {
  const { current, previous } = await versionsOf(isDoubted ? FRESH_MS : KEPT_MS);
  const previousEndsMs = current.createdAtMs + OVERRIDE_SECONDS * 1_000 + KEPT_MS;
  const isAccepted = previous !== undefined && Date.now() < previousEndsMs;
  return {
    current: current.key,
    accepted: isAccepted ? [current.key, previous.key] : [current.key],
  };
}

async function versionsOf(oldestMs: number): Promise<Versions> {
  if (kept && Date.now() - kept.readAtMs < oldestMs) return kept;
  reading ??= read().finally(() => {
    reading = undefined;
  });
  kept = await reading;
  return kept;
}

/** While Secrets Manager does not answer, keys that were good go on. */
async function read(): Promise<Versions> {
  const known = kept;
  const readAtMs = Date.now();
  try {
    const [current, previous] = await Promise.all([
      versionAt('AWSCURRENT'),
      versionAt('AWSPREVIOUS').catch(unlessThereIsNone),
    ]);
    return { current, previous, readAtMs };
  } catch (error) {
    if (known) return { ...known, readAtMs };
    throw error;
  }
}

async function versionAt(VersionStage: 'AWSCURRENT' | 'AWSPREVIOUS'): Promise<Version> {
  const { AWS_REGION, OVERRIDE_SECRET_ID: SecretId } = env();
  const client = new SecretsManagerClient({ region: AWS_REGION, maxAttempts: 2 });
  const { SecretString, CreatedDate } = await client.send(
    new GetSecretValueCommand({ SecretId, VersionStage }),
    { abortSignal: AbortSignal.timeout(TIME_LIMIT_MS) },
  );
  if (!SecretString || !CreatedDate) throw new Error(`The secret ${SecretId} holds no text`);
  return { key: SecretString, createdAtMs: CreatedDate.getTime() };
}

/** A secret that never rotated has no version before. */
function unlessThereIsNone(error: unknown): undefined {
  if (error instanceof ResourceNotFoundException) return;
  throw error;
}
