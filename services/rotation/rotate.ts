import { randomBytes } from 'node:crypto';
import {
  DescribeSecretCommand,
  GetSecretValueCommand,
  PutSecretValueCommand,
  ResourceNotFoundException,
  type SecretsManagerClient,
  UpdateSecretVersionStageCommand,
} from '@aws-sdk/client-secrets-manager';
import { z } from 'zod';

/**
 * What Secrets Manager asks a rotation function, once a step.
 *
 * @see https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotate-secrets_lambda-functions.html
 */
export const rotationEvent = z.object({
  Step: z.enum(['createSecret', 'setSecret', 'testSecret', 'finishSecret']),
  /** ARN of the secret. */
  SecretId: z.string().min(1),
  /** Id of the version that is to become the current one. */
  ClientRequestToken: z.string().min(1),
});

export type RotationEvent = z.infer<typeof rotationEvent>;

const CURRENT = 'AWSCURRENT';
const PENDING = 'AWSPENDING';

const KEY_BYTES = 48;
const newKey = () => randomBytes(KEY_BYTES).toString('base64url');

/**
 * Takes one step in the rotation of a signing key; a step may be asked for again. The key before stays
 * readable as `AWSPREVIOUS`: Secrets Manager moves that label when `AWSCURRENT` moves.
 *
 * @throws when no rotation waits for the version, or when the version holds nothing like a key
 */
export async function rotate(secrets: SecretsManagerClient, event: RotationEvent): Promise<void> {
  const { SecretId, ClientRequestToken } = event;
  const { VersionIdsToStages: stagesOf = {} } = await secrets.send(
    new DescribeSecretCommand({ SecretId }),
  );
  const stages = stagesOf[ClientRequestToken] ?? [];
  if (stages.includes(CURRENT)) return;
  if (!stages.includes(PENDING)) {
    throw new Error(`No rotation of ${SecretId} waits for version ${ClientRequestToken}`);
  }
  switch (event.Step) {
    case 'createSecret':
      return create(secrets, event);
    case 'setSecret':
      // Nobody else holds a copy of a signing key that would have to be told.
      return;
    case 'testSecret':
      return test(secrets, event);
    case 'finishSecret': {
      const [current] = Object.entries(stagesOf).find(([, of]) => of.includes(CURRENT)) ?? [];
      return finish(secrets, event, current);
    }
  }
}

async function create(secrets: SecretsManagerClient, event: RotationEvent): Promise<void> {
  const known = await pendingKey(secrets, event).catch((error: unknown) => {
    // A version that is only announced has no value yet.
    if (!(error instanceof ResourceNotFoundException)) throw error;
  });
  if (known !== undefined) return;
  const { SecretId, ClientRequestToken } = event;
  await secrets.send(
    new PutSecretValueCommand({
      SecretId,
      ClientRequestToken,
      SecretString: newKey(),
      VersionStages: [PENDING],
    }),
  );
}

async function test(secrets: SecretsManagerClient, event: RotationEvent): Promise<void> {
  const key = await pendingKey(secrets, event);
  if (key?.length === newKey().length) return;
  const { SecretId, ClientRequestToken } = event;
  throw new Error(`Version ${ClientRequestToken} of ${SecretId} holds nothing like a key`);
}

async function finish(
  secrets: SecretsManagerClient,
  { SecretId, ClientRequestToken }: RotationEvent,
  RemoveFromVersionId: string | undefined,
): Promise<void> {
  await secrets.send(
    new UpdateSecretVersionStageCommand({
      SecretId,
      VersionStage: CURRENT,
      MoveToVersionId: ClientRequestToken,
      ...(RemoveFromVersionId && { RemoveFromVersionId }),
    }),
  );
}

async function pendingKey(
  secrets: SecretsManagerClient,
  { SecretId, ClientRequestToken }: RotationEvent,
): Promise<string | undefined> {
  const { SecretString } = await secrets.send(
    new GetSecretValueCommand({
      SecretId,
      VersionId: ClientRequestToken,
      VersionStage: PENDING,
    }),
  );
  return SecretString;
}
