import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sliceMetricsLine } from '@marketplace/services/domain/metrics';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  type CloudWatchPart,
  MetricStore,
  startCloudWatch,
  takeEmbeddedMetrics,
} from '../../local/parts/cloudwatch';
import { type LambdaPart, startLambda } from '../../local/parts/lambda';
import { aLog, eventually } from '../../local/testing';
import { activated, promoted } from '../activation/activation';
import { changeServed } from '../activation/change-served';
import { releaseClients } from '../target';
import { aReleaseCloud, type ReleaseCloud, TARGET } from '../testing/release-cloud';
import { observer } from './figures';
import { buildGuard } from './guard/build';
import { ALARM_PREFIX } from './rules';

const GUARD = 'arn:aws:lambda:eu-west-1:111111111111:function:release-guard';

let codeDir: string;
let cloud: ReleaseCloud;
let cloudWatch: CloudWatchPart;
let lambda: LambdaPart;
let store: MetricStore;

beforeAll(async () => {
  codeDir = mkdtempSync(path.join(tmpdir(), 'guard-'));
  await buildGuard(path.join(codeDir, 'index.mjs'));
});
afterAll(() => rmSync(codeDir, { recursive: true }));

beforeEach(async () => {
  cloud = await aReleaseCloud();
  const { log } = aLog();
  store = new MetricStore();
  const guard = {
    name: 'release-guard',
    arn: GUARD,
    region: TARGET.region,
    stack: 'Releases',
    codeDir,
    handler: 'index.handler',
    memoryMb: 256,
    timeoutSeconds: 20,
    environment: {
      SLICES_BUCKET_NAME: TARGET.slicesBucket,
      RELEASES_KVS_ARN: TARGET.releasesKvsArn,
    },
    aliases: [],
    async: { maxRetries: 2 },
  };
  const env = { ...cloud.env };
  lambda = await startLambda({ port: 0, functions: [guard], env, onFailure: () => {}, log });
  cloudWatch = await startCloudWatch({
    port: 0,
    store,
    rules: [
      {
        pattern: {
          source: ['aws.cloudwatch'],
          detail: { alarmName: [{ prefix: ALARM_PREFIX }], state: { value: ['ALARM'] } },
        },
        functionArns: [GUARD],
      },
    ],
    invokeLater: (functionArn, event) => lambda.host.invokeLater(functionArn, event),
    log,
  });
  env.AWS_ENDPOINT_URL_CLOUDWATCH = cloudWatch.url;
  Object.assign(process.env, env);
  await serve('r1');
  await serve('r2', 10);
});
afterEach(async () => {
  await cloudWatch.stop();
  await lambda.stop();
  await cloud.stop();
});

function serve(release: string, canaryShare?: number) {
  return change('release', (before) => activated(before, release, canaryShare));
}

function change(action: string, make: Parameters<typeof changeServed>[0]['change']) {
  const what = { slice: 'mf-catalog', action, by: 'ada', now: new Date(), change: make } as const;
  return changeServed(what, TARGET, releaseClients(TARGET));
}

interface Seen {
  views: number;
  errors?: number;
  lcpMs?: number;
}

/** Browsers report through the log of the slice's service, as they do in the cloud. */
function browsersSaw(release: string, { views, errors = 0, lcpMs = 900 }: Seen): void {
  for (let view = 0; view < views; view += 1) {
    const report = { slice: 'mf-catalog', release, views: 1, lcpMs, cls: 0 } as const;
    const line = sliceMetricsLine({ ...report, errors: view < errors ? 1 : 0 }, Date.now());
    takeEmbeddedMetrics(line, store);
  }
}

const served = () => cloud.recordOf('mf-catalog');

describe('a canary', () => {
  it('is rolled back by its alarm when it has more errors than live, and the alarms are gone', async () => {
    browsersSaw('r1', { views: 400, errors: 4 });
    browsersSaw('r2', { views: 60, errors: 5 });
    cloudWatch.evaluate();
    await eventually(() => cloudWatch.alarms().length === 0);
    expect(served()).toMatchObject({ live: 'r1', by: 'release-guard (errors)' });
    expect(served()).not.toHaveProperty('canary');
  });

  it('is rolled back when it is slower than live', async () => {
    browsersSaw('r1', { views: 400, lcpMs: 900 });
    browsersSaw('r2', { views: 60, lcpMs: 1_400 });
    cloudWatch.evaluate();
    await eventually(() => cloudWatch.alarms().length === 0);
    expect(served()).toMatchObject({ live: 'r1', by: 'release-guard (speed)' });
  });

  it('is rolled back for its errors even when nobody has looked at live', async () => {
    browsersSaw('r2', { views: 60, errors: 5 });
    cloudWatch.evaluate();
    await eventually(() => cloudWatch.alarms().length === 0);
    expect(served()).not.toHaveProperty('canary');
  });

  it.each([
    ['is about as good as live', { views: 60, errors: 1, lcpMs: 1_000 }],
    ['has few views, however bad', { views: 49, errors: 49, lcpMs: 9_000 }],
    ['has none', { views: 0 }],
  ])('stays while it %s', (_what, seen) => {
    browsersSaw('r1', { views: 400, errors: 4 });
    browsersSaw('r2', seen);
    cloudWatch.evaluate();
    expect(cloudWatch.alarms().map(({ state }) => state)).toEqual(['OK', 'OK']);
    expect(served()).toMatchObject({ live: 'r1', canary: 'r2', share: 10 });
  });

  it('stays when live is not known to be faster', () => {
    browsersSaw('r2', { views: 60, lcpMs: 9_000 });
    cloudWatch.evaluate();
    expect(cloudWatch.alarms().map(({ state }) => state)).toEqual(['OK', 'OK']);
  });

  it('is not watched any more once it is promoted', async () => {
    await change('promote', promoted);
    expect(cloudWatch.alarms()).toEqual([]);
  });

  it('is watched under its own name when it replaces another', async () => {
    await serve('r3', 10);
    const dimensions = JSON.stringify(cloudWatch.alarms());
    expect(dimensions).toContain('"r3"');
    expect(dimensions).not.toContain('"r2"');
  });
});

it('leaves what replaced a canary alone when its alarm comes late', async () => {
  browsersSaw('r2', { views: 60, errors: 60 });
  const [alarm] = cloudWatch.alarms();
  if (!alarm) throw new Error('the canary is not watched');
  await serve('r3', 20);
  const before = served();
  const late = {
    detail: {
      alarmName: alarm.AlarmName,
      state: { value: 'ALARM' },
      configuration: {
        metrics: [
          { id: 'canary_views', metricStat: { metric: { dimensions: { release: 'r2' } } } },
        ],
      },
    },
  };
  expect(await lambda.host.invoke(GUARD, late)).not.toHaveProperty('failure');
  expect(served()).toEqual(before);
});

it('tells what browsers saw of a release, and nothing of one that nobody saw', async () => {
  browsersSaw('r1', { views: 50, errors: 2, lcpMs: 900 });
  const observe = observer(TARGET.region);
  expect(await observe('mf-catalog', 'r1')).toEqual({ errorShare: 0.04, p75LcpMs: 900 });
  expect(await observe('mf-catalog', 'r9')).toBeUndefined();
});
