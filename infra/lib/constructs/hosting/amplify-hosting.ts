import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { SecretValue, Stack } from 'aws-cdk-lib';
import { CfnApp, CfnBranch } from 'aws-cdk-lib/aws-amplify';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import type { StageConfig } from '../../../config';
import { Platform } from '../platform';
import { StageLogGroup } from '../stage-log-group';
import { grantShellServer, shellEnvironment } from './shell-server';
import type { SliceHosting } from './slice-hosting';

const BRANCH = 'main';
const APP_ROOT = 'shell';
const BUILD_SPEC = resolve(import.meta.dirname, '../../../../amplify.yml');

/** The shell on Amplify Hosting: a Next server in a monorepo, with the rights its server needs and no more. */
export class AmplifyHosting extends Construct implements SliceHosting {
  readonly appId: string;
  /** Host that the distribution sends page requests to. */
  readonly host: string;

  constructor(scope: Construct, id: string, config: StageConfig) {
    super(scope, id);
    const role = this.#computeRole(config);
    const logging = new Role(this, 'LoggingRole', {
      assumedBy: new ServicePrincipal('amplify.amazonaws.com'),
      description: 'Writes down what the shell says',
    });
    const environment = shellEnvironment(this, config);
    const app = new CfnApp(this, 'App', {
      name: `marketplace-${config.stage}-shell`,
      platform: 'WEB_COMPUTE',
      computeRoleArn: role.roleArn,
      iamServiceRole: logging.roleArn,
      buildSpec: readFileSync(BUILD_SPEC, 'utf8'),
      environmentVariables: toVariables({
        AMPLIFY_MONOREPO_APP_ROOT: APP_ROOT,
        AMPLIFY_SERVER_VARIABLES: [...Object.keys(environment), 'AMPLIFY_APP_ID'].join('|'),
        ...environment,
      }),
      ...(config.repository && {
        repository: config.repository.url,
        accessToken: SecretValue.secretsManager(
          config.repository.accessTokenSecretId,
        ).unsafeUnwrap(),
      }),
    });
    new CfnBranch(this, 'Branch', {
      appId: app.attrAppId,
      branchName: BRANCH,
      framework: 'Next.js - SSR',
      stage: config.stage === 'prod' ? 'PRODUCTION' : 'DEVELOPMENT',
      computeRoleArn: role.roleArn,
      enableAutoBuild: config.repository !== undefined,
      environmentVariables: toVariables({ AMPLIFY_APP_ID: app.attrAppId }),
    });
    this.#keepLogs(app, logging, config);
    this.appId = app.attrAppId;
    this.host = `${BRANCH}.${app.attrDefaultDomain}`;
  }

  /** Into a group of ours: Amplify would make one that keeps everything for ever. */
  #keepLogs(app: CfnApp, role: Role, config: StageConfig): void {
    const { partition, region, account } = Stack.of(this);
    const { logGroupArn } = new StageLogGroup(this, 'Logs', {
      logGroupName: `/aws/amplify/${app.attrAppId}`,
      config,
      encryptionKey: new Platform(this, 'Platform', config).key('telemetry'),
    });
    const allow = (actions: string[], resource: string) =>
      role.addToPolicy(new PolicyStatement({ actions, resources: [resource] }));
    allow(['logs:CreateLogStream', 'logs:PutLogEvents'], logGroupArn);
    allow(['logs:DescribeLogGroups'], `arn:${partition}:logs:${region}:${account}:log-group:*`);
  }

  #computeRole(config: StageConfig): Role {
    const role = new Role(this, 'ComputeRole', {
      assumedBy: new ServicePrincipal('amplify.amazonaws.com'),
      description: "What the shell's server may do",
    });
    grantShellServer(role, config);
    return role;
  }
}

const toVariables = (environment: Record<string, string>) =>
  Object.entries(environment).map(([name, value]) => ({ name, value }));
