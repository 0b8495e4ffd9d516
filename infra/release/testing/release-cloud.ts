import { mkdtempSync, rmSync } from 'node:fs';
import { request as forward, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { serve } from '../../local/http';
import { aTestEdge } from '../../local/parts/cloudfront/testing';
import { MetricStore, startCloudWatch } from '../../local/parts/cloudwatch';
import { startS3 } from '../../local/parts/s3';
import { startSecrets } from '../../local/parts/secrets';
import { aLog } from '../../local/testing';
import type { ReleaseTarget } from '../target';

export const TARGET: ReleaseTarget = {
  slicesBucket: 'slices',
  releasesKvsArn:
    'arn:aws:cloudfront::111111111111:key-value-store/00000000-0000-4000-8000-0000test',
  signingSecretId: '/test/release-signing',
  region: 'eu-west-1',
};

export interface ReleaseCloud {
  /** Endpoints and credentials, for this process or a child. */
  env: Record<string, string>;
  /** What is in the store for a slice. */
  recordOf(slice: string): unknown;
  /** Holds the next matching request back and resolves when it has come. */
  hold(matches: (request: IncomingMessage) => boolean): Promise<void>;
  stop(): Promise<void>;
}

/** The parts of the local cloud that a release talks to: bucket, release store, signing secret. */
export async function aReleaseCloud(): Promise<ReleaseCloud> {
  const dir = mkdtempSync(path.join(tmpdir(), 'release-cloud-'));
  const { log } = aLog();
  const { slicesBucket, releasesKvsArn, signingSecretId } = TARGET;
  const s3 = await startS3({ port: 0, dir, buckets: [{ name: slicesBucket }], log });
  const secret = { name: signingSecretId, arn: 'arn:secret-x', value: 'x'.repeat(64) };
  const secrets = await startSecrets({ port: 0, secrets: [secret], parameters: [], log });
  const cloudWatch = await startCloudWatch({
    port: 0,
    store: new MetricStore(),
    rules: [],
    invokeLater: () => {},
    log,
  });
  const edge = await aTestEdge((_message, response) => response.end(), {
    stores: [{ arn: releasesKvsArn, name: 'releases' }],
  });
  const gate = { current: (_request: IncomingMessage): boolean => false };
  const doors = await Promise.all([aDoor(s3.url, gate), aDoor(edge.part.apiUrl, gate)]);
  const [bucket, store] = doors;
  return {
    env: {
      AWS_ACCESS_KEY_ID: 'local',
      AWS_SECRET_ACCESS_KEY: 'local',
      AWS_ENDPOINT_URL_S3: bucket.url,
      AWS_ENDPOINT_URL_CLOUDWATCH: cloudWatch.url,
      AWS_ENDPOINT_URL_SECRETS_MANAGER: secrets.url,
      AWS_ENDPOINT_URL_CLOUDFRONT_KEYVALUESTORE: store.url.replace('127.0.0.1', 'localhost'),
    },
    recordOf: (slice) => JSON.parse(edge.part.stores[0]?.get(`slice/${slice}`) ?? 'null'),
    hold: (matches) =>
      new Promise((come) => {
        gate.current = (request) => {
          if (!matches(request)) return false;
          gate.current = () => false;
          come();
          return true;
        };
      }),
    stop: async () => {
      await Promise.all([...doors.map((door) => door.close()), s3.stop(), secrets.stop()]);
      await cloudWatch.stop();
      await edge.stop();
      rmSync(dir, { recursive: true });
    },
  };
}

/** Passes requests on to a part, except one that is to be held back for ever. */
function aDoor(target: string, gate: { current: (request: IncomingMessage) => boolean }) {
  return serve(0, (request, response) => {
    if (gate.current(request)) return;
    const { method = 'GET', headers, url = '/' } = request;
    const onward = forward(new URL(url, target), { method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    onward.on('error', () => response.destroy());
    request.pipe(onward);
  });
}
