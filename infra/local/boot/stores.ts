import path from 'node:path';
import { LOCAL_REGION } from '../client';
import { startCognito } from '../parts/cognito';
import { startDynamoDb } from '../parts/dynamodb';
import { invokeAt } from '../parts/lambda/invoke';
import { type QueuePart, startQueue } from '../parts/queue';
import { startRedis } from '../parts/redis';
import { startS3 } from '../parts/s3';
import { startSecrets } from '../parts/secrets';
import { startSes } from '../parts/ses';
import { startStripe } from '../parts/stripe';
import { readFunctions } from '../template/read/functions';
import { readParameters, readSecrets } from '../template/read/secrets';
import { readBuckets, readQueues } from '../template/read/stores';
import { readTables } from '../template/read/tables';
import { readUserPools } from '../template/read/user-pools';
import type { CloudAssembly } from '../template/types';
import type { BootContext } from './context';
import { allSettled } from './starter';
import { functionSetting, stripeWebhooks, webhookSecrets } from './template-settings';

/** Everything that keeps data: none of it needs another to start. */
export async function startStores({
  assembly,
  at,
  starter,
  stateDir,
  log,
}: BootContext): Promise<{ queue: QueuePart; cacheUrl: string }> {
  const functions = readFunctions(assembly, LOCAL_REGION);
  const secrets = readSecrets(assembly);
  const dir = (name: string) => path.join(stateDir, name);
  const [queue, redis] = await allSettled([
    starter.start(() => startQueue({ port: at.port('queue'), queues: readQueues(assembly) })),
    starter.start(() =>
      startRedis({
        port: at.port('redis'),
        busPort: at.port('redis-bus'),
        dir: dir('redis'),
        log,
      }),
    ),
    starter.start(() =>
      startDynamoDb({
        port: at.port('dynamodb'),
        tables: readTables(assembly),
        dataDir: dir('dynamodb'),
        log,
      }),
    ),
    starter.start(() =>
      startS3({ port: at.port('s3'), dir: dir('s3'), buckets: readBuckets(assembly), log }),
    ),
    starter.start(() =>
      startSecrets({
        port: at.port('secrets'),
        secrets,
        parameters: readParameters(assembly),
        stateFile: path.join(dir('secrets'), 'values.json'),
        invoke: invokeAt(at.url('lambda')),
        log,
      }),
    ),
    starter.start(() => startSes({ port: at.port('ses'), stateDir: dir('ses') })),
    starter.start(() =>
      startCognito({
        port: at.port('cognito'),
        stateDir: dir('cognito'),
        pool: onlyPool(assembly),
        mail: { sesUrl: at.url('ses'), from: functionSetting(functions, 'MAIL_FROM') },
        invoke: invokeAt(at.url('lambda')),
        log,
      }),
    ),
    starter.start(() =>
      startStripe({
        port: at.port('stripe'),
        stateDir: dir('stripe'),
        publicOrigin: at.origin,
        webhooks: stripeWebhooks(at.origin),
        secrets: webhookSecrets(functions, secrets),
        log,
      }),
    ),
  ]);
  return { queue, cacheUrl: redis.url };
}

function onlyPool(assembly: CloudAssembly) {
  const [pool] = readUserPools(assembly);
  if (!pool) throw new Error(`No user pool in ${assembly.dir}`);
  return pool;
}
