import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import type { StageConfig } from '../../config';
import { ApiFirewall } from '../constructs/api/api-firewall';
import { ApiLogging } from '../constructs/api/api-logging';
import { publishParameters } from '../parameters';

/** What all APIs of the region share: their wall, and the account's right to write their logs. */
export function addGateway(scope: Construct, config: StageConfig, logsKey: IKey): void {
  new ApiLogging(scope, 'ApiLogging');
  const { arn } = new ApiFirewall(scope, 'ApiFirewall', { config, logsKey });
  publishParameters(scope, config.stage, { 'api-firewall-arn': arn });
}
