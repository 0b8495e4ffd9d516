import { randomUUID } from 'node:crypto';
import { type JsonInput, type JsonOperation, ServiceError } from '../../protocols/json-service';
import type { SecretStore, StoredSecret } from './store';
import {
  CURRENT,
  PENDING,
  type SecretVersion,
  versionAt,
  withStage,
  withVersion,
} from './versions';

/** Has a function take the steps of a rotation. */
export type RunRotation = (secret: StoredSecret, versionId: string) => void;

/** What of Secrets Manager is used here, with its refusals. */
export function secretOperations(
  store: SecretStore,
  runRotation: RunRotation,
): Record<string, JsonOperation> {
  const get = (input: JsonInput): StoredSecret =>
    store.find(String(input.SecretId)) ??
    refuse('ResourceNotFoundException', "Secrets Manager can't find the specified secret.");
  return {
    'secretsmanager.GetSecretValue': (input) => {
      const secret = get(input);
      return describeVersion(secret, wantedVersion(secret, input));
    },
    'secretsmanager.DescribeSecret': (input) => describe(get(input)),
    'secretsmanager.PutSecretValue': (input) => {
      const secret = get(input);
      const id = String(input.ClientRequestToken ?? randomUUID());
      const stages = (input.VersionStages as string[] | undefined) ?? [CURRENT];
      store.put(secret, withPut(secret, id, String(input.SecretString), stages));
      return { ...identity(secret), VersionId: id, VersionStages: stages };
    },
    'secretsmanager.UpdateSecretVersionStage': (input) => {
      const secret = get(input);
      const { id } = wantedVersion(secret, { VersionId: input.MoveToVersionId });
      store.put(secret, withStage(secret.versions, id, String(input.VersionStage)));
      return identity(secret);
    },
    'secretsmanager.RotateSecret': (input) => {
      const secret = get(input);
      const id = String(input.ClientRequestToken ?? randomUUID());
      store.put(secret, withAnnounced(secret, id));
      runRotation(secret, id);
      return { ...identity(secret), VersionId: id };
    },
  };
}

const identity = ({ arn, name }: StoredSecret) => ({ ARN: arn, Name: name });

const describe = (secret: StoredSecret) => ({
  ...identity(secret),
  RotationEnabled: secret.rotatedBy !== undefined,
  RotationLambdaARN: secret.rotatedBy,
  VersionIdsToStages: Object.fromEntries(secret.versions.map(({ id, stages }) => [id, stages])),
});

function describeVersion(secret: StoredSecret, { id, value, stages, createdAtMs }: SecretVersion) {
  if (value === undefined) {
    refuse('ResourceNotFoundException', `The secret's version ${id} holds no value yet.`);
  }
  return {
    ...identity(secret),
    VersionId: id,
    VersionStages: stages,
    SecretString: value,
    CreatedDate: createdAtMs / 1_000,
  };
}

function wantedVersion({ versions }: StoredSecret, input: JsonInput): SecretVersion {
  const { VersionId, VersionStage = VersionId === undefined ? CURRENT : undefined } = input;
  const found = versions.find(
    ({ id, stages }) =>
      (VersionId === undefined || id === VersionId) &&
      (VersionStage === undefined || stages.includes(String(VersionStage))),
  );
  const wanted = [VersionId, VersionStage].filter(Boolean).join(' at ');
  return found ?? refuse('ResourceNotFoundException', `The secret has no version ${wanted}.`);
}

/** A version takes its value once; the same again changes nothing. */
function withPut({ versions }: StoredSecret, id: string, value: string, stages: readonly string[]) {
  const known = versions.find((version) => version.id === id);
  if (known?.value !== undefined && known.value !== value) {
    refuse('ResourceExistsException', `The secret's version ${id} has another value.`);
  }
  return withVersion(versions, { id, value }, stages);
}

function withAnnounced({ versions, rotatedBy, name }: StoredSecret, id: string) {
  if (rotatedBy === undefined) {
    refuse('InvalidRequestException', `No function of the templates rotates ${name}.`);
  }
  const pending = versionAt(versions, PENDING);
  if (pending && !pending.stages.includes(CURRENT)) {
    refuse('InvalidRequestException', `A rotation of ${name} is under way.`);
  }
  return withVersion(versions, { id }, [PENDING]);
}

function refuse(type: string, message: string): never {
  throw new ServiceError(type, message);
}
