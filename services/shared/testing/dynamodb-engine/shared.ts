import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type DynamoDbLocal, startDynamoDbLocal } from '../dynamodb-local';

/** Where the processes of a test run ask for the engine that they share. */
const DOOR = 'TEST_DYNAMODB_DOOR';

/**
 * Offers one DynamoDB Local to all processes that are started from here on: a warm one answers sooner than
 * one of each test's own. It starts when somebody asks for it. Returns what ends it.
 */
export async function offerSharedEngine(): Promise<() => Promise<void>> {
  let engine: Promise<DynamoDbLocal> | undefined;
  const door = createServer((_request, response) => {
    engine ??= startDynamoDbLocal();
    engine.then(
      ({ url }) => response.end(url),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  await once(door.listen(0, '127.0.0.1'), 'listening');
  process.env[DOOR] = `http://127.0.0.1:${(door.address() as AddressInfo).port}`;
  return async () => {
    delete process.env[DOOR];
    door.close();
    await engine?.then(
      ({ stop }) => stop(),
      () => {},
    );
  };
}

/** The engine that is on offer, which outlives who asks, or else one of their own. */
export async function anEngine(): Promise<DynamoDbLocal> {
  const door = process.env[DOOR];
  if (door === undefined) return startDynamoDbLocal();
  const answer = await fetch(door);
  const text = await answer.text();
  if (!answer.ok) throw new Error(text);
  return { url: text, stop: async () => {} };
}
