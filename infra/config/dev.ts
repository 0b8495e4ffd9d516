import { deployedStage } from './deployed';
import type { StageConfig } from './stage';

/** Torn down and rebuilt at will; visited from Europe. */
export const dev: StageConfig = {
  ...deployedStage('dev'),
  protectData: false,
  edgeLogRegions: ['eu-central-1', 'eu-west-1', 'eu-west-2'],
  partners: [{ name: 'demo', ratePerSecond: 5, burst: 10, requestsPerDay: 10_000 }],
  logRetentionDays: 7,
  oldVersionRetentionDays: 7,
  operations: {
    monthlyBudgetUsd: 150,
    anomalyUsd: 10,
    canaryEveryMinutes: 60,
    backupRetentionDays: 7,
  },
};
