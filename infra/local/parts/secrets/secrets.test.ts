import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  DescribeSecretCommand,
  GetSecretValueCommand,
  PutSecretValueCommand,
  ResourceExistsException,
  ResourceNotFoundException,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import {
  GetParameterCommand,
  GetParametersByPathCommand,
  GetParametersCommand,
  ParameterNotFound,
  SSMClient,
} from '@aws-sdk/client-ssm';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { localClient } from '../../client';
import type { Part } from '../../part';
import type { GenerateSecretSpec, SecretSpec } from '../../template/types';
import { aLog } from '../../testing';
import { generateSecret } from './generate';
import { type SecretsOptions, startSecrets } from './index';

const stateDir = mkdtempSync(path.join(tmpdir(), 'secrets-'));
const TOKEN = '00000000-0000-4000-8000-000000000001';
const parts: Part[] = [];
afterEach(async () => {
  for (const part of parts.splice(0)) await part.stop();
  rmSync(stateDir, { recursive: true, force: true });
});

const generate: GenerateSecretSpec = {
  length: 64,
  excludeCharacters: '',
  excludePunctuation: true,
  excludeNumbers: false,
  excludeUppercase: false,
  excludeLowercase: false,
  includeSpace: false,
};
const secret = (name: string, rest: Partial<SecretSpec>): SecretSpec => ({
  name,
  arn: `arn:aws:secretsmanager:eu-west-1:111111111111:secret:${name}-Local1`,
  ...rest,
});

async function start(options: Partial<SecretsOptions>) {
  const part = await startSecrets({
    port: 0,
    secrets: [],
    parameters: [],
    log: aLog().log,
    ...options,
  });
  parts.push(part);
  const secrets = new SecretsManagerClient(localClient(part.url));
  return {
    current: async (SecretId: string, VersionStage?: string) =>
      (await secrets.send(new GetSecretValueCommand({ SecretId, VersionStage }))).SecretString,
    secrets,
    parameters: new SSMClient(localClient(part.url)),
  };
}

describe('Secrets Manager', () => {
  it('gives a value by name, by ARN and by ARN without its suffix', async () => {
    const { current } = await start({ secrets: [secret('/m/stripe', { value: '{"a":1}' })] });
    const { arn } = secret('/m/stripe', {});
    for (const id of ['/m/stripe', arn, arn.replace('-Local1', '')]) {
      expect(await current(id)).toBe('{"a":1}');
    }
  });

  it('keeps a generated value over restarts', async () => {
    const options = {
      secrets: [secret('link', { generate })],
      stateFile: path.join(stateDir, 'kept', 'secrets.json'),
    };
    const first = await (await start(options)).current('link');
    expect(first).toMatch(/^[A-Za-z0-9]{64}$/);
    expect(await (await start(options)).current('link')).toBe(first);
  });

  it('stores a new version', async () => {
    const { secrets, current } = await start({ secrets: [secret('s', { value: 'old' })] });
    const { VersionId } = await secrets.send(
      new PutSecretValueCommand({ SecretId: 's', SecretString: 'new' }),
    );
    const description = await secrets.send(new DescribeSecretCommand({ SecretId: 's' }));
    expect(await current('s')).toBe('new');
    expect(await current('s', 'AWSPREVIOUS')).toBe('old');
    expect(description.VersionIdsToStages?.[VersionId ?? '']).toEqual(['AWSCURRENT']);
  });

  it('keeps the version before over restarts', async () => {
    const stateFile = path.join(stateDir, 'versions', 'secrets.json');
    const options = { secrets: [secret('s', { generate })], stateFile };
    const { secrets, current } = await start(options);
    const first = await current('s');
    await secrets.send(new PutSecretValueCommand({ SecretId: 's', SecretString: 'new' }));
    const again = await start(options);
    expect(await again.current('s')).toBe('new');
    expect(await again.current('s', 'AWSPREVIOUS')).toBe(first);
  });

  it('takes over what a cloud kept that knew no versions', async () => {
    const stateFile = path.join(stateDir, 'earlier.json');
    mkdirSync(stateDir, { recursive: true });
    writeFileSync(stateFile, '{"link":"from before"}');
    const { current } = await start({ secrets: [secret('link', { generate })], stateFile });
    expect(await current('link')).toBe('from before');
  });

  it('gives a version its value once', async () => {
    const { secrets, current } = await start({ secrets: [secret('s', { value: 'old' })] });
    const put = (SecretString: string) =>
      secrets.send(
        new PutSecretValueCommand({ SecretId: 's', SecretString, ClientRequestToken: TOKEN }),
      );
    await put('new');
    await put('new');
    await expect(put('another')).rejects.toThrow(ResourceExistsException);
    expect(await current('s')).toBe('new');
  });

  it('answers with the error type of AWS for what does not exist', async () => {
    const { current } = await start({ secrets: [secret('s', { value: 'old' })] });
    await expect(current('nobody')).rejects.toThrow(ResourceNotFoundException);
    await expect(current('s', 'AWSPREVIOUS')).rejects.toThrow(ResourceNotFoundException);
  });
});

describe('SSM parameters', () => {
  const parameters = ['/m/a', '/m/b', '/m/deep/c', '/other'].map((name) => ({
    name,
    arn: `arn${name}`,
    type: 'String' as const,
    value: `value of ${name}`,
  }));

  it('gives one, several, and those under a path', async () => {
    const { parameters: client } = await start({ parameters });
    const names = async (Recursive: boolean) =>
      (
        await client.send(new GetParametersByPathCommand({ Path: '/m', Recursive }))
      ).Parameters?.map(({ Name }) => Name);
    const one = await client.send(new GetParameterCommand({ Name: '/m/a' }));
    const some = await client.send(new GetParametersCommand({ Names: ['/other', '/nobody'] }));
    expect(one.Parameter?.Value).toBe('value of /m/a');
    expect(some.Parameters?.map(({ Name }) => Name)).toEqual(['/other']);
    expect(some.InvalidParameters).toEqual(['/nobody']);
    expect(await names(false)).toEqual(['/m/a', '/m/b']);
    expect(await names(true)).toEqual(['/m/a', '/m/b', '/m/deep/c']);
  });

  it('answers with the error type of AWS for a parameter that does not exist', async () => {
    const { parameters: client } = await start({});
    const asking = client.send(new GetParameterCommand({ Name: '/nobody' }));
    await expect(asking).rejects.toThrow(ParameterNotFound);
  });
});

describe('generateSecret', () => {
  it('has the length asked for and none of the characters excluded', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), fc.boolean(), (length, excludePunctuation) => {
        const value = generateSecret({
          ...generate,
          length,
          excludePunctuation,
          excludeCharacters: 'aA0]\\',
        });
        expect(value).toHaveLength(length);
        expect(value).not.toMatch(/[aA0\]\\]/);
        if (excludePunctuation) expect(value).toMatch(/^[a-zA-Z0-9]+$/);
      }),
    );
  });

  it('joins the template under its key', () => {
    const value = generateSecret({ ...generate, template: '{"user":"u"}', key: 'password' });
    expect(JSON.parse(value)).toEqual({ user: 'u', password: expect.stringMatching(/^\w{64}$/) });
  });
});
