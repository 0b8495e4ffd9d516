import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { startDynamoDbLocal } from '../dynamodb-local';

afterEach(() => vi.unstubAllEnvs());

describe('DynamoDB Local', () => {
  it.runIf(process.platform === 'linux')(
    'leaves nothing in the temporary folder, though it is killed',
    { timeout: 120_000 },
    async () => {
      const folder = mkdtempSync(path.join(tmpdir(), 'java-'));
      vi.stubEnv('JAVA_TOOL_OPTIONS', `-Djava.io.tmpdir=${folder}`);
      const engine = await startDynamoDbLocal();
      const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
      const client = new DynamoDBClient({ endpoint: engine.url, region: 'local', credentials });
      expect(await client.send(new ListTablesCommand({}))).toMatchObject({ TableNames: [] });
      client.destroy();
      const whileRunning = readdirSync(folder);
      await engine.stop();
      const after = readdirSync(folder);
      rmSync(folder, { recursive: true });
      expect([whileRunning, after]).toEqual([[], []]);
    },
  );
});
