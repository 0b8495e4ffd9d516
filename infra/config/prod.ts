import { deployedStage } from './deployed';
import type { StageConfig } from './stage';

export const prod: StageConfig = {
  ...deployedStage('prod'),
  logRetentionDays: 365,
  oldVersionRetentionDays: 90,
};
