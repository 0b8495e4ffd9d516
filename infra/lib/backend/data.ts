import type { Construct } from 'constructs';
import type { StageConfig } from '../../config';
import { DataKeys } from '../constructs/data/data-keys';
import { TableBackup } from '../constructs/data/table-backup';
import { MarketTable } from '../constructs/market-table';
import { publishParameters } from '../parameters';
import { replicaKeyArns } from './replica-keys';

/** The keys of each class of data, the table, and its backups. */
export function addData(scope: Construct, config: StageConfig) {
  const { stage, protectData, operations } = config;
  const { keys } = new DataKeys(scope, 'Keys', config);
  const { table } = new MarketTable(scope, 'Market', {
    key: keys.data,
    protectData,
    replicaKeyArns: replicaKeyArns(config, 'data'),
  });
  if (operations) {
    const retentionDays = operations.backupRetentionDays;
    new TableBackup(scope, 'Backup', { config, key: keys.data, table, retentionDays });
  }
  publishParameters(scope, stage, {
    'table/stream-arn': table.tableStreamArn ?? '',
    'keys/data-arn': keys.data.keyArn,
    'keys/files-arn': keys.files.keyArn,
    'keys/secrets-arn': keys.secrets.keyArn,
    'keys/telemetry-arn': keys.telemetry.keyArn,
  });
  return { keys, table };
}
