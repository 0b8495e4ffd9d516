import type { SliceName } from '@marketplace/services/domain/releases';
import { stageConfig } from '../../config';
import { namesOf } from '../../lib/names';
import { actor } from '../../release/actor';
import { releaseSlice } from '../../release/release-slice';
import { createProgress } from '../../release/report/progress';
import type { ReleaseTarget } from '../../release/target';
import { LOCAL_REGION } from '../client';
import type { Log } from '../part';
import { ROOT } from './options';
import { step } from './report';

export function releaseTarget(environment: Record<string, string>): ReleaseTarget {
  const setting = (name: string) => {
    const value = environment[name];
    if (value === undefined) throw new Error(`The templates do not set ${name}.`);
    return value;
  };
  return {
    slicesBucket: setting('SLICES_BUCKET_NAME'),
    releasesKvsArn: setting('RELEASES_KVS_ARN'),
    signingSecretId: namesOf(stageConfig('local')).releaseSigningSecret,
    region: LOCAL_REGION,
  };
}

/** Builds and releases a slice unless what is live was made of the same sources. */
export async function releaseIfChanged(
  slice: SliceName,
  target: ReleaseTarget,
  log: Log,
): Promise<void> {
  await step(slice, async () => {
    const { release, changed } = await releaseSlice({
      slice,
      target,
      root: ROOT,
      by: actor(ROOT),
      progress: createProgress((message) =>
        log({ source: 'release', level: 'info', message: `${slice} ${message.trim()}` }),
      ),
    });
    return changed ? `released ${release}` : `live ${release}`;
  });
}
