import {
  DescribeSecretCommand,
  GetSecretValueCommand,
  PutSecretValueCommand,
  ResourceNotFoundException,
  type SecretsManagerClient,
  UpdateSecretVersionStageCommand,
} from '@aws-sdk/client-secrets-manager';
import { beforeEach, describe, expect, it } from 'vitest';
import { type RotationEvent, rotate, rotationEvent } from './rotate';

const STEPS = ['createSecret', 'setSecret', 'testSecret', 'finishSecret'] as const;
const SECRET = 'arn:aws:secretsmanager:eu-west-1:111111111111:secret:/m/override-signing-AbCdEf';

interface Version {
  value?: string;
  stages: string[];
}

let versions: Record<string, Version>;

/** Secrets Manager as a rotation function meets it: one secret, with a version announced as `next`. */
const secrets = {
  async send(command: unknown) {
    if (command instanceof DescribeSecretCommand) {
      const stages = Object.entries(versions).map(([id, version]) => [id, version.stages]);
      return { VersionIdsToStages: Object.fromEntries(stages) };
    }
    if (command instanceof GetSecretValueCommand) {
      const version = versions[command.input.VersionId ?? ''];
      if (version?.value !== undefined) return { SecretString: version.value };
      throw new ResourceNotFoundException({ message: 'No value', $metadata: {} });
    }
    if (command instanceof PutSecretValueCommand) {
      const { ClientRequestToken = '', SecretString = '', VersionStages = [] } = command.input;
      versions[ClientRequestToken] = { value: SecretString, stages: VersionStages };
      return {};
    }
    if (command instanceof UpdateSecretVersionStageCommand) {
      const { MoveToVersionId = '', RemoveFromVersionId = '', VersionStage = '' } = command.input;
      const from = versions[RemoveFromVersionId];
      if (from) from.stages = ['AWSPREVIOUS'];
      versions[MoveToVersionId]?.stages.push(VersionStage);
      return {};
    }
    throw new Error('A rotation function asks for nothing else');
  },
} as unknown as SecretsManagerClient;

const step = (Step: RotationEvent['Step'], ClientRequestToken = 'next') =>
  rotate(secrets, { Step, SecretId: SECRET, ClientRequestToken });

const valueAt = (stage: string) =>
  Object.values(versions).find(({ stages }) => stages.includes(stage))?.value;

beforeEach(() => {
  versions = {
    first: { value: 'k'.repeat(64), stages: ['AWSCURRENT'] },
    next: { stages: ['AWSPENDING'] },
  };
});

describe('a rotation of a signing key', () => {
  it('ends with a new key, and the one before within reach', async () => {
    for (const name of STEPS) await step(name);
    expect(valueAt('AWSCURRENT')).toMatch(/^[\w-]{64}$/);
    expect(valueAt('AWSPREVIOUS')).toBe('k'.repeat(64));
  });

  it('changes nothing for anybody before its last step', async () => {
    for (const name of STEPS.slice(0, -1)) await step(name);
    expect(valueAt('AWSCURRENT')).toBe('k'.repeat(64));
  });

  it('makes one key, however often a step is asked for', async () => {
    await step('createSecret');
    const made = valueAt('AWSPENDING');
    for (const name of STEPS) {
      await step(name);
      await step(name);
    }
    expect(valueAt('AWSCURRENT')).toBe(made);
    expect(valueAt('AWSPREVIOUS')).toBe('k'.repeat(64));
  });

  it.each([undefined, '', 'short'])('lets nothing like %o sign', async (value) => {
    versions.next = { ...(value !== undefined && { value }), stages: ['AWSPENDING'] };
    await expect(step('testSecret')).rejects.toThrow();
  });

  it('touches no version that it was not called for', async () => {
    versions.old = { value: 'o'.repeat(64), stages: ['AWSPREVIOUS'] };
    for (const name of STEPS) {
      await expect(step(name, 'old')).rejects.toThrow(/No rotation .* waits for version old/);
      await expect(step(name, 'unknown')).rejects.toThrow(/waits for version unknown/);
    }
    expect(valueAt('AWSCURRENT')).toBe('k'.repeat(64));
  });

  it.each([
    {},
    { Step: 'dropSecret', SecretId: SECRET, ClientRequestToken: 'next' },
    { Step: 'createSecret', SecretId: '', ClientRequestToken: 'next' },
  ])('understands nothing but its steps: %j', (event) => {
    expect(rotationEvent.safeParse(event).success).toBe(false);
  });
});
