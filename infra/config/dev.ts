import { deployedStage } from './deployed';
import type { StageConfig } from './stage';

/** Torn down and rebuilt at will. */
export const dev: StageConfig = {
  ...deployedStage('dev'),
  protectData: false,
  logRetentionDays: 7,
  oldVersionRetentionDays: 7,
  operations: {
    monthlyBudgetUsd: 150,
    anomalyUsd: 10,
    canaryEveryMinutes: 60,
    backupRetentionDays: 7,
  },
};
