import type { StageConfig } from '../../config';
import { type KeyClass, keyAliasArn } from '../constructs/data/data-keys';

/** Key of a class of data by replica region. */
export const replicaKeyArns = (config: StageConfig, keyClass: KeyClass): Record<string, string> =>
  Object.fromEntries(
    config.replicas.map(({ region }) => [region, keyAliasArn(config, keyClass, region)]),
  );
