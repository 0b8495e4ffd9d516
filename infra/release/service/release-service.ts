import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import {
  LambdaClient,
  UpdateFunctionCodeCommand,
  waitUntilFunctionUpdatedV2,
} from '@aws-sdk/client-lambda';
import type { Progress } from '../report/progress';
import { runTool } from '../run-tool';
import { type ReleaseTarget, releaseClients } from '../target';
import { changeAlias, promotedVersion, rolledBackVersion, served } from './alias';
import { invalidateAnswersOf } from './invalidate';
import { supportedReleases } from './supported-releases';
import { zip } from './zip';

/** Services that a slice's team releases. */
export const SERVICES = ['catalog', 'booking', 'provider', 'payments'] as const;
export type ServiceName = (typeof SERVICES)[number];

export interface ServiceTarget extends ReleaseTarget {
  functionName: string;
  distributionId: string;
}

interface ServiceRelease {
  service: ServiceName;
  root: string;
  target: ServiceTarget;
  progress: Progress;
  canaryShare?: number;
}

const UPDATE_LIMIT_SECONDS = 120;
const asIs = (words: string) => words;

/** Whether every frontend that visitors have works with the service in the working tree. */
export async function checkService({ service, root, target, progress }: ServiceRelease) {
  const clients = releaseClients(target);
  await progress.step(
    'contract',
    () => supportedReleases(service, root, target, clients),
    (releases) => (releases.length > 0 ? `supports ${releases.join(', ')}` : 'nobody uses it yet'),
  );
}

/** Builds a service, proves that it supports what is served, and moves its alias to the new version. */
export async function releaseService(release: ServiceRelease): Promise<void> {
  const { service, root, target, progress, canaryShare } = release;
  const lambda = new LambdaClient({ region: target.region });
  await checkService(release);
  await progress.step('tests', () => runServiceTests(root, service), asIs);
  await progress.step(
    'build',
    () => runTool(root, ['tsx', 'build.ts'], { cwd: path.join(root, 'services') }),
    () => service,
  );
  const version = await progress.step(
    'upload',
    () => publish(lambda, target.functionName, path.join(root, 'services/dist', service)),
    (number) => `version ${number}`,
  );
  await progress.step(
    'activate',
    () => changeAlias(lambda, target.functionName, served(version, canaryShare)),
    ({ share }) => (share ? `${version} answers ${share}% of requests` : `${version} is live`),
  );
  await forget(release);
}

/** Promotes or withdraws a service's canary, or returns to the version before. */
export async function changeService(
  action: 'promote' | 'rollback',
  release: ServiceRelease,
): Promise<void> {
  const lambda = new LambdaClient({ region: release.target.region });
  const change = action === 'promote' ? promotedVersion : rolledBackVersion;
  await release.progress.step(
    action,
    () => changeAlias(lambda, release.target.functionName, change),
    ({ live }) => `version ${live} is live`,
  );
  await forget(release);
}

function forget({ service, target, progress }: ServiceRelease): Promise<string> {
  const work = () => invalidateAnswersOf(service, target.distributionId, new Date());
  return progress.step('forget', work, asIs);
}

async function runServiceTests(root: string, service: ServiceName): Promise<string> {
  await runTool(root, ['vitest', 'run', '--project', 'unit', `services/${service}/`]);
  return 'passed';
}

async function publish(lambda: LambdaClient, functionName: string, directory: string) {
  const names = await readdir(directory);
  const files = names.map(
    async (name) => [name, await readFile(path.join(directory, name))] as const,
  );
  const update = new UpdateFunctionCodeCommand({
    FunctionName: functionName,
    ZipFile: zip(Object.fromEntries(await Promise.all(files))),
    Publish: true,
  });
  const { Version } = await lambda.send(update);
  if (!Version) throw new Error(`${functionName} has no new version.`);
  const wait = { client: lambda, maxWaitTime: UPDATE_LIMIT_SECONDS };
  await waitUntilFunctionUpdatedV2(wait, { FunctionName: functionName, Qualifier: Version });
  return Version;
}
