import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type BootOptions, bootLocalCloud, type LocalCloud } from '../boot';
import { localClient } from '../client';
import { anAssembly, type FixtureAssembly } from '../template/testing';
import { aLog, eventually } from '../testing';
import { Addresses } from './addresses';
import { SHELL, smallMarketplace } from './testing';

let home: string;
let assembly: FixtureAssembly;
let at: Addresses;
let cloud: LocalCloud | undefined;

beforeEach(async () => {
  home = mkdtempSync(path.join(tmpdir(), 'boot-'));
  at = await freeAddresses();
  const { stacks, code } = smallMarketplace(at.origin);
  assembly = anAssembly(stacks, code);
  writeFileSync(path.join(home, 'server.mjs'), SHELL);
});
afterEach(async () => {
  await cloud?.stop();
  cloud = undefined;
  assembly.remove();
  rmSync(home, { recursive: true, force: true });
});

/** Another port for each test: a connection kept alive must not meet the next test's server. */
let nextPort = 21_000;
async function freeAddresses(): Promise<Addresses> {
  for (;;) {
    const candidate = new Addresses(nextPort);
    nextPort += 25;
    const isFree = await candidate.requireFree().then(
      () => true,
      () => false,
    );
    if (isFree) return candidate;
  }
}

async function boot(options: Partial<BootOptions> = {}): Promise<LocalCloud> {
  cloud = await bootLocalCloud({
    port: at.port('public'),
    stateDir: path.join(home, 'state'),
    fresh: false,
    assemblyDir: assembly.dir,
    shellServer: path.join(home, 'server.mjs'),
    accounts: { emails: ['customer@demo.test'], password: 'Demo-Pass-1!' },
    log: aLog().log,
    ...options,
  });
  return cloud;
}

async function itemOf(key: string) {
  const client = new DynamoDBClient(localClient(at.url('dynamodb')));
  const { Item } = await client.send(
    new GetItemCommand({ TableName: 'Market', Key: { PK: { S: key } } }),
  );
  return Item;
}

describe('bootLocalCloud', () => {
  it('joins the parts: a request writes through a function, and the stream feeds another', async () => {
    const steps: string[] = [];
    const { health } = await boot({ onStep: ({ name }) => steps.push(name) });
    const response = await fetch(`${at.origin}/things/42`, {
      method: 'POST',
    });
    expect(await response.json()).toEqual({ wrote: '42' });
    await eventually(() => itemOf('seen#42'));
    expect((await health()).ready).toBe(true);
    expect(steps).toEqual(expect.arrayContaining(['dynamodb', 's3', 'cognito', 'lambda', 'shell']));
  });

  it('gives the shell the variables of its hosting, with local APIs and endpoints', async () => {
    await boot();
    const environment = await (await fetch(at.origin)).json();
    expect(environment).toMatchObject({
      CATALOG_API_URL: `${at.url('rest-api')}/api/v1`,
      AWS_ENDPOINT_URL_S3: at.url('s3'),
      PORT: String(at.port('shell')),
      NODE_ENV: 'production',
    });
  });

  it('says that it is ready when everything is up and the one who fills it says so', async () => {
    const health = async () => fetch(`${at.origin}/_local/health`);
    const early: Promise<number>[] = [];
    const { markReady } = await boot({
      onStep: () => early.push(health().then(({ status }) => status)),
    });
    expect(new Set(await Promise.all(early))).toEqual(new Set([503]));
    expect((await health()).status).toBe(503);
    markReady();
    expect(await (await health()).json()).toEqual({ ready: true });
  });

  it('keeps state until it is told to begin afresh', { timeout: 90_000 }, async () => {
    const secret = async () => {
      const client = new SecretsManagerClient(localClient(at.url('secrets')));
      const value = await client.send(new GetSecretValueCommand({ SecretId: 'link' }));
      return value.SecretString;
    };
    await boot();
    const first = await secret();
    await fetch(`${at.url('rest-api')}/api/v1/things/kept`, { method: 'POST' });
    await cloud?.stop();

    await boot();
    expect(await secret()).toBe(first);
    expect(await itemOf('kept')).toBeDefined();
    await cloud?.stop();

    await boot({ fresh: true });
    expect(await secret()).not.toBe(first);
    expect(await itemOf('kept')).toBeUndefined();
  });

  it('names a busy port in one sentence and leaves nothing running', async () => {
    const intruder = createServer().listen(at.port('lambda'));
    await expect(boot()).rejects.toThrow(
      `Port ${at.port('lambda')} (lambda) is already in use: stop the program that uses it`,
    );
    intruder.close();
    await eventually(() => at.requireFree().then(() => true));
  });

  it('stops what has started when a part cannot', async () => {
    const shellServer = path.join(home, 'nothing.mjs');
    await expect(boot({ shellServer })).rejects.toThrow('run `npm run build`');
    await at.requireFree();
  });

  it('refuses templates that were made for another address', async () => {
    await expect(boot({ port: at.port('public') + 1 })).rejects.toThrow(
      'npm run synth -- -c port=',
    );
  });
});
