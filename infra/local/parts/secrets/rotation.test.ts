import {
  DescribeSecretCommand,
  GetSecretValueCommand,
  InvalidRequestException,
  PutSecretValueCommand,
  ResourceNotFoundException,
  RotateSecretCommand,
  SecretsManagerClient,
  UpdateSecretVersionStageCommand,
} from '@aws-sdk/client-secrets-manager';
import { afterEach, describe, expect, it } from 'vitest';
import { localClient } from '../../client';
import type { Part } from '../../part';
import { aLog } from '../../testing';
import { startSecrets } from './index';

const ARN = 'arn:aws:secretsmanager:eu-west-1:111111111111:secret:s-Local1';
const FUNCTION = 'arn:aws:lambda:eu-west-1:111111111111:function:rotate';

interface Step {
  Step: string;
  SecretId: string;
  ClientRequestToken: string;
}

const parts: Part[] = [];
afterEach(async () => {
  for (const part of parts.splice(0)) await part.stop();
});

/** A secret, and a function that rotates it, in which `before` each step something may happen. */
async function start({
  rotatedBy = FUNCTION,
  before = async () => {},
}: {
  rotatedBy?: string | undefined;
  before?: (step: Step, secrets: SecretsManagerClient) => Promise<void>;
} = {}) {
  const { log, lines } = aLog();
  const steps: string[] = [];
  const part = await startSecrets({
    port: 0,
    secrets: [{ name: 's', arn: ARN, value: 'old', ...(rotatedBy && { rotatedBy }) }],
    parameters: [],
    async invoke(functionArn, event) {
      const step = event as Step;
      expect(functionArn).toBe(FUNCTION);
      await before(step, secrets);
      steps.push(step.Step);
      await take(step, secrets);
    },
    log,
  });
  parts.push(part);
  const secrets = new SecretsManagerClient(localClient(part.url));
  const value = async (VersionStage: string) =>
    (await secrets.send(new GetSecretValueCommand({ SecretId: 's', VersionStage }))).SecretString;
  const rotate = () => secrets.send(new RotateSecretCommand({ SecretId: 's' }));
  return { lines, rotate, secrets, steps, value };
}

async function take(
  { Step, SecretId, ClientRequestToken }: Step,
  secrets: SecretsManagerClient,
): Promise<void> {
  if (Step === 'createSecret') {
    const VersionStages = ['AWSPENDING'];
    await secrets.send(
      new PutSecretValueCommand({
        ...{ SecretId, ClientRequestToken, VersionStages },
        SecretString: `new ${ClientRequestToken}`,
      }),
    );
  }
  if (Step === 'finishSecret') {
    await secrets.send(
      new UpdateSecretVersionStageCommand({
        SecretId,
        VersionStage: 'AWSCURRENT',
        MoveToVersionId: ClientRequestToken,
      }),
    );
  }
}

describe('RotateSecret', () => {
  it('has the function take four steps, after which the new version is current', async () => {
    const { rotate, steps, value } = await start();
    const { VersionId } = await rotate();
    await expect.poll(() => value('AWSCURRENT')).toBe(`new ${VersionId}`);
    expect(await value('AWSPREVIOUS')).toBe('old');
    expect(steps).toEqual(['createSecret', 'setSecret', 'testSecret', 'finishSecret']);
  });

  it('announces a version without a value, and keeps the current one until the last step', async () => {
    const seen: unknown[] = [];
    const { rotate, value } = await start({
      async before({ ClientRequestToken, SecretId, Step }, secrets) {
        const description = await secrets.send(new DescribeSecretCommand({ SecretId }));
        seen.push(description.VersionIdsToStages?.[ClientRequestToken]);
        const current = await secrets.send(new GetSecretValueCommand({ SecretId }));
        seen.push(current.SecretString);
        if (Step !== 'createSecret') return;
        const pending = { SecretId, VersionStage: 'AWSPENDING' };
        const read = secrets.send(new GetSecretValueCommand(pending));
        seen.push(await read.catch((error: unknown) => error));
      },
    });
    await rotate();
    await expect.poll(() => value('AWSCURRENT')).toContain('new');
    expect(seen).toEqual([
      ...[['AWSPENDING'], 'old', expect.any(ResourceNotFoundException)],
      ...[['AWSPENDING'], 'old'],
      ...[['AWSPENDING'], 'old'],
      ...[['AWSPENDING'], 'old'],
    ]);
  });

  it('may be called again and again', async () => {
    const { rotate, value } = await start();
    const first = await rotate();
    await expect.poll(() => value('AWSCURRENT')).toBe(`new ${first.VersionId}`);
    const second = await rotate();
    await expect.poll(() => value('AWSCURRENT')).toBe(`new ${second.VersionId}`);
    expect(await value('AWSPREVIOUS')).toBe(`new ${first.VersionId}`);
  });

  it('changes nothing when the function fails, says so, and may be called again', async () => {
    let fails = true;
    const { lines, rotate, value } = await start({
      async before({ Step }) {
        if (fails && Step === 'testSecret') throw new Error('not today');
      },
    });
    await rotate();
    await expect.poll(() => lines.at(-1)?.message).toMatch(/s was not rotated: .*not today/);
    expect(await value('AWSCURRENT')).toBe('old');
    fails = false;
    await rotate();
    await expect.poll(() => value('AWSCURRENT')).toContain('new');
  });

  it('is refused while another one is under way', async () => {
    let go = () => {};
    const waiting = new Promise<void>((resolve) => {
      go = resolve;
    });
    const { rotate, value } = await start({ before: () => waiting });
    await rotate();
    await expect(rotate()).rejects.toThrow(InvalidRequestException);
    go();
    await expect.poll(() => value('AWSCURRENT')).toContain('new');
  });

  it('is refused for a secret that no function rotates', async () => {
    const { rotate } = await start({ rotatedBy: '' });
    await expect(rotate()).rejects.toThrow(/No function of the templates rotates s/);
  });
});
