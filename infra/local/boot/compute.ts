import path from 'node:path';
import { LOCAL_REGION } from '../client';
import { startCloudWatch } from '../parts/cloudwatch';
import { type LambdaPart, startLambda } from '../parts/lambda';
import type { QueuePart } from '../parts/queue';
import { startRestApis } from '../parts/rest-api';
import { startSchedule } from '../parts/schedule';
import { startStreams } from '../parts/streams';
import { readEventRules } from '../template/read/event-rules';
import { readEventSources } from '../template/read/event-sources';
import { readFunctions } from '../template/read/functions';
import { readRestApis } from '../template/read/rest-apis';
import { readSchedules } from '../template/read/schedules';
import type { BootContext } from './context';

/** The functions, and the APIs in front of them. */
export async function startFunctions(
  { assembly, at, env, log, starter }: BootContext,
  queue: QueuePart,
): Promise<LambdaPart> {
  const lambda = await starter.start(() =>
    startLambda({
      port: at.port('lambda'),
      functions: readFunctions(assembly, LOCAL_REGION),
      env,
      onFailure: queue.send,
      log,
    }),
  );
  await starter.start(() =>
    startRestApis({
      port: at.port('rest-api'),
      apis: readRestApis(assembly),
      lambda: lambda.host,
      log,
    }),
  );
  return lambda;
}

/** What invokes functions without being asked: they must find everything else running. */
export async function startTriggers(
  { assembly, at, log, metrics, starter, stateDir }: BootContext,
  { host }: LambdaPart,
  queue: QueuePart,
): Promise<void> {
  await starter.start(() =>
    startStreams({
      endpoint: at.url('dynamodb'),
      sources: readEventSources(assembly),
      stateDir: path.join(stateDir, 'streams'),
      invoke: (functionArn, event) => host.invoke(functionArn, event),
      onFailure: queue.send,
      log,
    }),
  );
  await starter.start(() =>
    startCloudWatch({
      port: at.port('cloudwatch'),
      store: metrics,
      rules: readEventRules(assembly),
      invokeLater: (functionArn, event) => host.invokeLater(functionArn, event),
      stateFile: path.join(stateDir, 'cloudwatch', 'alarms.json'),
      log,
    }),
  );
  await starter.start(() =>
    startSchedule({
      schedules: readSchedules(assembly),
      invokeLater: (functionArn, event) => host.invokeLater(functionArn, event),
      log,
    }),
  );
}
