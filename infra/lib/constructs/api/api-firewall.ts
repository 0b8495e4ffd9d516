import { Aws } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { CfnLoggingConfiguration, CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import { Construct } from 'constructs';
import type { StageConfig } from '../../../config';
import { managedRules, visibility } from '../firewall/managed-rules';
import { StageLogGroup } from '../stage-log-group';

/**
 * The second wall, for who goes around the distribution: the same managed rules on the regional APIs.
 * Visitors are told apart by the address that the distribution forwards, since it asks for all of them.
 */
export class ApiFirewall extends Construct {
  readonly arn: string;

  constructor(scope: Construct, id: string, props: { config: StageConfig; logsKey: IKey }) {
    super(scope, id);
    const { config, logsKey } = props;
    const name = `marketplace-${config.stage}-apis`;
    const acl = new CfnWebACL(this, 'Acl', {
      name,
      scope: 'REGIONAL',
      defaultAction: { allow: {} },
      visibilityConfig: visibility(name),
      rules: [
        {
          name: 'RequestsOfOneVisitor',
          priority: 0,
          action: { block: { customResponse: { responseCode: 429 } } },
          visibilityConfig: visibility('RequestsOfOneVisitor'),
          statement: {
            rateBasedStatement: {
              limit: config.firewallRequestsPer5Min,
              aggregateKeyType: 'FORWARDED_IP',
              forwardedIpConfig: { headerName: 'X-Forwarded-For', fallbackBehavior: 'NO_MATCH' },
            },
          },
        },
        ...managedRules(1),
      ],
    });
    this.arn = acl.attrArn;
    this.#log(acl, config, logsKey);
  }

  /** What was blocked and counted, without the credentials that requests carry. */
  #log(acl: CfnWebACL, config: StageConfig, logsKey: IKey): void {
    const logGroupName = `aws-waf-logs-marketplace-${config.stage}-apis`;
    const logGroup = new StageLogGroup(this, 'Logs', {
      logGroupName,
      config,
      encryptionKey: logsKey,
    });
    const logging = new CfnLoggingConfiguration(this, 'Logging', {
      resourceArn: acl.attrArn,
      logDestinationConfigs: [
        `arn:${Aws.PARTITION}:logs:${Aws.REGION}:${Aws.ACCOUNT_ID}:log-group:${logGroupName}`,
      ],
      redactedFields: ['authorization', 'cookie'].map((header) => ({
        singleHeader: { Name: header },
      })),
      loggingFilter: {
        DefaultBehavior: 'DROP',
        Filters: [
          {
            Behavior: 'KEEP',
            Requirement: 'MEETS_ANY',
            Conditions: ['BLOCK', 'COUNT'].map((Action) => ({ ActionCondition: { Action } })),
          },
        ],
      },
    });
    logging.node.addDependency(logGroup);
  }
}
