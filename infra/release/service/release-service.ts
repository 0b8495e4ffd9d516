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

/** Bundles that answer for a service, when there are more than the one of its name. */
const BUNDLES: Partial<Record<ServiceName, readonly string[]>> = { booking: ['booking', 'slots'] };

export interface ServiceTarget extends ReleaseTarget {
  /** What the function of a bundle is called in the stage. */
  functionOf(bundle: string): string;
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
  // All are there before the first is called, so that they change as nearly at once as they can.
  const versions = new Map<string, string>();
  for (const name of bundlesOf(service)) {
    const version = await progress.step(
      'upload',
      () => publish(lambda, target.functionOf(name), path.join(root, 'services/dist', name)),
      (number) => `${name} version ${number}`,
    );
    versions.set(name, version);
  }
  for (const [name, version] of versions) {
    await progress.step(
      'activate',
      () => changeAlias(lambda, target.functionOf(name), served(version, canaryShare)),
      ({ share }) =>
        `${name} version ${version} ${share ? `answers ${share}% of requests` : 'is live'}`,
    );
  }
  await forget(release);
}

/** Promotes or withdraws a service's canary, or returns to the version before. */
export async function changeService(
  action: 'promote' | 'rollback',
  release: ServiceRelease,
): Promise<void> {
  const lambda = new LambdaClient({ region: release.target.region });
  const change = action === 'promote' ? promotedVersion : rolledBackVersion;
  for (const name of bundlesOf(release.service)) {
    await release.progress.step(
      action,
      () => changeAlias(lambda, release.target.functionOf(name), change),
      ({ live }) => `${name} version ${live} is live`,
    );
  }
  await forget(release);
}

const bundlesOf = (service: ServiceName) => BUNDLES[service] ?? [service];

function forget({ service, target, progress }: ServiceRelease): Promise<string> {
  const work = () => invalidateAnswersOf(service, target.distributionId, new Date());
  return progress.step('forget', work, asIs);
}

async function runServiceTests(root: string, service: ServiceName): Promise<string> {
  await runTool(root, ['vitest', 'run', '--project', 'unit-*', `services/${service}/`]);
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
