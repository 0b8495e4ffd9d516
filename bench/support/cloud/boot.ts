import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Log } from '../../../infra/local/part';
import {
  type FaultyDynamoDbOptions,
  startFaultyDynamoDb,
} from '../../../infra/local/parts/dynamodb/faults';
import { startLambda } from '../../../infra/local/parts/lambda';
import { startRestApis } from '../../../infra/local/parts/rest-api';
import { freePort } from '../../../infra/local/testing';
import { until } from '../../../infra/local/until';
import { buildBundles, bundle } from '../../../services/build/bundles';
import { deadLetters } from './dead-letters';
import { ROOT, type SourceEdit, withEdits } from './edits';
import { startStores } from './stores';
import { startStreamConsumer } from './stream-consumer';
import { controlOf, FUNCTIONS, functionNamed, readTemplate } from './template';

const START_MS = 180_000;

export interface BenchCloudOptions {
  /** Names the bundles, so that two runs do not share them. */
  name: string;
  edits: readonly SourceEdit[];
  /** How long a request may run. */
  requestSeconds: number;
  /** Sees what goes wrong on the way to the table; without it that way is direct. */
  onFault?: FaultyDynamoDbOptions['onFault'];
  /** Other code for one of the services, to measure against; its file below `services/`, at `/control/v1`. */
  control?: { entry: string; of: 'booking' | 'payments' };
  log: Log;
}

/** The local cloud as far as bookings and their money go, with functions bundled from edited sources. */
export async function bootBenchCloud(options: BenchCloudOptions) {
  const { name, edits, requestSeconds, onFault, log } = options;
  const bundlesDir = join(ROOT, 'node_modules/.cache/bench', `${name}-${process.pid}`);
  await buildBundles(bundlesDir, { only: FUNCTIONS, plugins: [withEdits(edits)] });
  const template = readTemplate(bundlesDir, requestSeconds);
  if (options.control) {
    await bundle('control', options.control.entry, bundlesDir);
    const { fn, api } = controlOf(template, options.control.of, join(bundlesDir, 'control'));
    template.functions.push(fn);
    template.apis.push(api);
  }
  const apiPort = await freePort();
  const apiUrl = `http://127.0.0.1:${apiPort}`;
  const stores = await startStores(template, apiUrl, log);

  const faults = await startFaultyDynamoDb({
    port: 0,
    target: stores.dynamodb.url,
    kill: (traceId) => lambda.host.kill(traceId),
    ...(onFault && { onFault }),
  });
  const lambda = await startLambda({
    port: 0,
    functions: template.functions,
    env: stores.environmentOf(onFault ? faults.url : stores.dynamodb.url),
    onFailure: () => {},
    log,
  });
  const { host } = lambda;
  const apis = await startRestApis({ port: apiPort, apis: template.apis, lambda: host, log });
  const givenUp = deadLetters({ tableUrl: stores.dynamodb.url, lambdaUrl: lambda.url });
  const stream = await startStreamConsumer({
    template,
    giveUp: givenUp.giveUp,
    endpoint: stores.dynamodb.url,
    stateDir: stores.stateDir,
    host,
    table: stores.table,
    log,
  });

  await requireAnswer(`${apiUrl}/booking/v1/api/booking/openapi.json`);

  return {
    table: stores.table,
    tableName: template.table.name,
    stripe: stores.stripe,
    stripeSecret: template.stripeSecret,
    identity: stores.identity,
    publicOrigin: template.setting('PUBLIC_ORIGIN'),
    faults,
    stream,
    /** Hands what the stream gave up to its functions again. */
    replay: () => givenUp.replay((message) => log({ source: 'replay', level: 'info', message })),
    host,
    controlUrl: `${apiUrl}/control/v1`,
    /** `/api/booking/…` at the API Gateway of its service. */
    apiUrl: (path: string) => `${apiUrl}/${path.split('/')[2]}/v1${path}`,
    sweep: () => host.invoke(functionNamed('sweeper'), {}),
    async stop() {
      await stream.stop();
      givenUp.close();
      await apis.stop();
      await lambda.stop();
      await faults.stop();
      await stores.stop();
      rmSync(bundlesDir, { recursive: true, force: true });
    },
  };
}

export type BenchCloud = Awaited<ReturnType<typeof bootBenchCloud>>;

/** @throws Error when the functions do not start, as with templates that are older than they are. */
async function requireAnswer(url: string): Promise<void> {
  const isUp = await until(async () => (await fetch(url)).ok || undefined, START_MS);
  if (isUp) return;
  throw new Error(
    'The booking function does not start: are its templates of today? (npm run build)',
  );
}
