import { deployedStage } from './deployed';
import type { StageConfig } from './stage';

/** Production's twin, with Stripe in test mode. */
export const staging: StageConfig = {
  ...deployedStage('staging'),
  cache: { kind: 'serverless', maxDataGb: 1, maxEcpuPerSecond: 5_000 },
};
