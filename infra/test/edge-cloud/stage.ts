import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import type { IncomingMessage, RequestListener } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { type EdgeMetricName, METRIC_NAMESPACE } from '@marketplace/services/domain/metrics';
import { nearSnapshotKey } from '@marketplace/services/domain/near';
import { stageConfig } from '../../config';
import { namesOf } from '../../lib/names';
import { localClient } from '../../local/client';
import { serve } from '../../local/http';
import { startCloudFront } from '../../local/parts/cloudfront';
import { MetricStore, takeEmbeddedMetrics } from '../../local/parts/cloudwatch';
import { startS3 } from '../../local/parts/s3';
import { loadAssembly } from '../../local/template/assembly';
import { aLog } from '../../local/testing';
import { marketplaceApp, stubArtifacts } from '../fixtures';
import { aSnapshot } from './snapshot';

const ROOT = resolve(import.meta.dirname, '../../..');
const NAMES = namesOf(stageConfig('local'));

/** Headers of a request to an origin that differ each time, and say nothing of the viewer. */
const PER_REQUEST = new Set(['x-amz-cf-id', 'connection', 'via', 'x-forwarded-for']);

export interface EdgeCloud {
  url: string;
  /** What reached an origin, in order. */
  seen: IncomingMessage[];
  get(path: string, headers?: Record<string, string>, init?: RequestInit): Promise<Response>;
  /** How often the edge has counted something so far. */
  counted(name: EdgeMetricName, dimensions: Record<string, string>): number;
  /** Has the region answer otherwise from now on; without an answer, as it did at first. */
  answerWith(listener?: RequestListener): void;
  /** Ends everything of the home region: the shell and every API. */
  stopRegion(): Promise<void>;
  /** Moves the distribution's clock, so that what it keeps is no longer fresh. */
  passSeconds(seconds: number): void;
  invalidate(items: string[]): number;
  stop(): Promise<void>;
}

/**
 * The distribution of the template with the edge functions as they are deployed, in front of a shell
 * and APIs that answer with all they were told: whatever leaks into an answer can be read in it.
 */
export async function startEdgeCloud(): Promise<EdgeCloud> {
  const dir = mkdtempSync(join(tmpdir(), 'edge-cloud-'));
  const seen: IncomingMessage[] = [];
  const s3 = await startS3({
    port: 0,
    dir: join(dir, 's3'),
    buckets: [NAMES.snapshotsBucket, NAMES.slicesBucket, NAMES.assetsBucket].map((name) => ({
      name,
    })),
    log: aLog().log,
  });
  await putSnapshot(s3.url);
  let answer = tellAll;
  const region = await serve(0, (message, response) => {
    seen.push(message);
    answer(message, response);
  });
  const edgeDir = join(dir, 'edge');
  execFileSync(process.execPath, ['--import', 'tsx', 'edge/testing/build-into.ts', edgeDir], {
    cwd: ROOT,
  });
  const artifacts = { ...stubArtifacts(), edge: edgeDir };
  const assembly = marketplaceApp('local', artifacts, { uploadOrigin: s3.url }).synth();
  let skippedMs = 0;
  const metrics = new MetricStore();
  const edge = await startCloudFront({
    port: 0,
    apiPort: 0,
    stateDir: join(dir, 'state'),
    source: loadAssembly(assembly.directory),
    origins: originsAt(region.url, s3.url),
    now: () => Date.now() + skippedMs,
    log: ({ message }) => takeEmbeddedMetrics(message, metrics),
  });
  return {
    url: edge.url,
    seen,
    counted: (name, dimensions) => {
      const identity = { namespace: METRIC_NAMESPACE, name, dimensions };
      return metrics.values(identity, 0, Number.POSITIVE_INFINITY).length;
    },
    get: (path, headers = {}, init = {}) =>
      fetch(edge.url + path, { redirect: 'manual', headers, ...init }),
    answerWith: (listener = tellAll) => {
      answer = listener;
    },
    stopRegion: () => region.close(),
    passSeconds: (seconds) => {
      skippedMs += seconds * 1000;
    },
    invalidate: (items) => edge.invalidate(items),
    stop: async () => {
      await Promise.allSettled([edge.stop(), region.close(), s3.stop()]);
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

const tellAll: RequestListener = (message, response) => {
  response.setHeader('x-page-cache-control', 'public, max-age=60, stale-while-revalidate=600');
  response.setHeader('cache-control', 'no-store');
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify(told(message)));
};

function told({ url, method, headers }: IncomingMessage) {
  const lasting = Object.entries(headers).filter(([name]) => !PER_REQUEST.has(name));
  return { url, method, headers: Object.fromEntries(lasting.sort()) };
}

function originsAt(regionUrl: string, s3Url: string): Record<string, string> {
  const shell = ['shell', 'shell-pages'];
  const apis = ['catalog', 'booking', 'provider', 'payments'].map((name) => `api-${name}`);
  const buckets = ['slices', 'assets', 'fragments', 'out-of-reach'];
  return Object.fromEntries([
    ...[...shell, ...apis].map((id) => [id, regionUrl]),
    ...buckets.map((id) => [id, s3Url]),
  ]);
}

async function putSnapshot(s3Url: string): Promise<void> {
  const client = new S3Client({ ...localClient(s3Url), forcePathStyle: true });
  await client.send(
    new PutObjectCommand({
      Bucket: NAMES.snapshotsBucket,
      Key: nearSnapshotKey('de'),
      Body: JSON.stringify(aSnapshot()),
    }),
  );
  client.destroy();
}
