import path from 'node:path';
import { type CloudFrontPart, startCloudFront } from '../parts/cloudfront';
import { type ConsoleOptions, createConsole } from '../parts/console';
import { readHostedApps } from '../template/read/stores';
import { read } from '../template/read/values';
import type { CloudAssembly } from '../template/types';
import type { Addresses } from './addresses';
import type { BootContext } from './context';
import { withLocalApis } from './environment';
import { localReleaseKey } from './release-keys';
import { startShell } from './shell';

/** The distribution, with the developer's console before it. It answers while the rest still starts. */
export function startDoor(
  { assembly, at, stateDir, log, starter }: BootContext,
  console: ConsoleOptions,
): Promise<CloudFrontPart> {
  return starter.start(() =>
    startCloudFront({
      port: at.port('public'),
      apiPort: at.port('cloudfront-api'),
      stateDir: path.join(stateDir, 'cloudfront'),
      source: assembly,
      origins: originUrls(assembly, at),
      bypass: createConsole(console),
      log,
    }),
  );
}

/** The shell's server, with the variables of its hosting. */
export async function startPages(
  { assembly, at, env, starter, log }: BootContext,
  serverFile: string,
): Promise<void> {
  const [app] = readHostedApps(assembly);
  const variables = withLocalApis(app?.environment ?? {}, at.url('rest-api'));
  const RELEASE_PUBLIC_KEYS = await localReleaseKey(assembly, at.url('secrets'));
  await starter.start(() =>
    startShell({
      port: at.port('shell'),
      serverFile,
      env: { ...variables, ...env, RELEASE_PUBLIC_KEYS },
      log,
    }),
  );
}

/** Where the distribution's origins are here, by what their ids say they are. */
function originUrls(assembly: CloudAssembly, at: Addresses): Record<string, string> {
  const origins = assembly
    .resources('AWS::CloudFront::Distribution')
    .flatMap((distribution) => read(distribution).object('DistributionConfig').objects('Origins'));
  return Object.fromEntries(
    origins.map((origin) => {
      const id = origin.text('Id');
      if (origin.has('S3OriginConfig')) return [id, at.url('s3')];
      const api = /^api-(.+)$/.exec(id)?.[1];
      return [id, api === undefined ? at.url('shell') : `${at.url('rest-api')}/${api}`];
    }),
  );
}
