import { deployedStage } from './deployed';
import { type StageConfig, unassignedReplica } from './stage';

export const prod: StageConfig = {
  ...deployedStage('prod'),
  logRetentionDays: 365,
  oldVersionRetentionDays: 90,
  operations: {
    monthlyBudgetUsd: 2_000,
    anomalyUsd: 50,
    canaryEveryMinutes: 5,
    backupRetentionDays: 365,
  },
  botControl: 'count',
  cache: { kind: 'nodes', nodeType: 'cache.t4g.small', replicas: 1 },
  replicas: [unassignedReplica('eu-central-1')],
};
