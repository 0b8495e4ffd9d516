import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { BackupPlan, BackupPlanRule, BackupResource, BackupVault } from 'aws-cdk-lib/aws-backup';
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { Schedule } from 'aws-cdk-lib/aws-events';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import type { StageConfig } from '../../../config';

export interface TableBackupProps {
  config: StageConfig;
  key: IKey;
  table: TableV2;
  retentionDays: number;
}

/** A copy of the table a day in a vault of its own: for what point-in-time recovery is too short. */
export class TableBackup extends Construct {
  constructor(
    scope: Construct,
    id: string,
    { config, key, table, retentionDays }: TableBackupProps,
  ) {
    super(scope, id);
    const name = `marketplace-${config.stage}`;
    const vault = new BackupVault(this, 'Vault', {
      backupVaultName: name,
      encryptionKey: key,
      blockRecoveryPointDeletion: config.protectData,
      removalPolicy: config.protectData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    const plan = new BackupPlan(this, 'Plan', {
      backupPlanName: name,
      backupVault: vault,
      backupPlanRules: [
        new BackupPlanRule({
          ruleName: 'daily',
          scheduleExpression: Schedule.cron({ hour: '3', minute: '0' }),
          startWindow: Duration.hours(1),
          completionWindow: Duration.hours(6),
          deleteAfter: Duration.days(retentionDays),
        }),
      ],
    });
    plan.addSelection('Table', { resources: [BackupResource.fromArn(table.tableArn)] });
  }
}
