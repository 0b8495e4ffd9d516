import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';

const OVERRIDE_SECRET_ID = '/m/override-signing';
vi.mock('../../env', () => ({ env: () => ({ AWS_REGION: 'eu-west-1', OVERRIDE_SECRET_ID }) }));

const MINUTE_MS = 60_000;
const START_MS = Date.UTC(2026, 5, 1);

interface Answer {
  SecretString: string;
  /** Seconds, as Secrets Manager writes dates. */
  CreatedDate: number;
}

let manager: Server;
/** What Secrets Manager holds; nothing means that it fails. */
let stages: Partial<Record<string, Answer>> | undefined;
let reads: number;
let signingKeys: typeof import('./signing-keys').signingKeys;

const version = (name: string, createdAtMs: number): Answer => ({
  SecretString: name.repeat(64),
  CreatedDate: createdAtMs / 1_000,
});
const named = async (...given: Parameters<typeof signingKeys>) => {
  const { current, accepted } = await signingKeys(...given);
  return { current: current[0], accepted: accepted.map((key) => key[0]) };
};
const at = (minutes: number) => vi.setSystemTime(START_MS + minutes * MINUTE_MS);
const rotate = () => {
  stages = { AWSCURRENT: version('n', Date.now()), AWSPREVIOUS: version('o', START_MS) };
};

beforeAll(async () => {
  manager = createServer(async (request, response) => {
    const chunks = await request.toArray();
    const { SecretId, VersionStage } = JSON.parse(Buffer.concat(chunks).toString());
    reads += 1;
    const found = SecretId === OVERRIDE_SECRET_ID ? stages?.[VersionStage] : undefined;
    // Clients mistrust their clock when the answer names another time.
    response.setHeader('date', new Date().toUTCString());
    if (!found) {
      response.statusCode = 400;
      const type = stages ? 'ResourceNotFoundException' : 'AccessDeniedException';
      response.setHeader('x-amzn-errortype', type);
    }
    response.end(JSON.stringify(found ?? {}));
  }).listen(0, '127.0.0.1');
  await once(manager, 'listening');
  const { port } = manager.address() as AddressInfo;
  vi.stubEnv('AWS_ENDPOINT_URL_SECRETS_MANAGER', `http://127.0.0.1:${port}`);
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'test');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'test');
});

afterAll(() => {
  vi.unstubAllEnvs();
  manager.close();
});

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  at(0);
  reads = 0;
  stages = { AWSCURRENT: version('o', START_MS) };
  vi.resetModules();
  ({ signingKeys } = await import('./signing-keys'));
});
afterEach(() => vi.useRealTimers());

describe('the keys of overrides', () => {
  it('are one before the first rotation', async () => {
    expect(await named()).toEqual({ current: 'o', accepted: ['o'] });
  });

  it('are read once for all who ask at the same time, and kept for five minutes', async () => {
    await Promise.all([named(), named(), named()]);
    at(4);
    await named();
    expect(reads).toBe(2);
    at(5);
    await named();
    expect(reads).toBe(4);
  });

  it('are two after a rotation, until what the first signed has ended on every server', async () => {
    await named();
    at(60);
    rotate();
    expect(await named()).toEqual({ current: 'n', accepted: ['n', 'o'] });
    at(60 + 64);
    expect((await named()).accepted).toEqual(['n', 'o']);
    at(60 + 65);
    expect((await named()).accepted).toEqual(['n']);
  });

  it('are read again when they are doubted, but not for every forger', async () => {
    await named();
    rotate();
    vi.setSystemTime(START_MS + 9_000);
    expect((await named({ isDoubted: true })).current).toBe('o');
    vi.setSystemTime(START_MS + 10_000);
    expect((await named({ isDoubted: true })).current).toBe('n');
  });

  it('go on while Secrets Manager fails, and are known when it is well again', async () => {
    await named();
    stages = undefined;
    at(6);
    expect((await named()).accepted).toEqual(['o']);
    rotate();
    at(12);
    expect((await named()).current).toBe('n');
  });

  it('fail when they were never read, and not for good', async () => {
    stages = undefined;
    await expect(named()).rejects.toThrow();
    stages = { AWSCURRENT: version('o', START_MS) };
    expect((await named()).current).toBe('o');
  });
});
