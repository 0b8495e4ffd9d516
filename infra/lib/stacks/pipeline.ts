import { Duration, SecretValue, Stack, type StackProps } from 'aws-cdk-lib';
import {
  BuildSpec,
  ComputeType,
  EventAction,
  FilterGroup,
  GitHubSourceCredentials,
  LinuxBuildImage,
  Project,
  Source,
} from 'aws-cdk-lib/aws-codebuild';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { type IKey, Key } from 'aws-cdk-lib/aws-kms';
import type { ILogGroup } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { EDGE_REGION, type StageConfig } from '../../config';
import { StageLogGroup } from '../constructs/stage-log-group';
import { bootstrapRole } from '../names';
import { readParameter } from '../parameters';

export interface PipelineStackProps extends StackProps {
  config: StageConfig;
  repository: NonNullable<StageConfig['repository']>;
}

const BRANCH = 'main';
const BOOTSTRAP_ROLES = ['deploy', 'file-publishing', 'lookup'] as const;

/** Runs all checks of what was merged, as `buildspec.yml` says, and deploys the stage when they pass. */
export class PipelineStack extends Stack {
  constructor(scope: Construct, id: string, props: PipelineStackProps) {
    super(scope, id, props);
    const { config, repository } = props;
    const { stage } = config;
    new GitHubSourceCredentials(this, 'Repository', {
      accessToken: SecretValue.secretsManager(repository.accessTokenSecretId),
    });
    const [owner = '', repo = ''] = new URL(repository.url).pathname.slice(1).split('/');
    const key = (keyClass: 'files' | 'telemetry') =>
      Key.fromKeyArn(this, `Key-${keyClass}`, readParameter(this, stage, `keys/${keyClass}-arn`));
    const files = key('files');
    const logGroup = new StageLogGroup(this, 'Logs', {
      logGroupName: `/aws/codebuild/marketplace-${stage}-checks`,
      config,
      encryptionKey: key('telemetry'),
    });
    new Project(this, 'Checks', {
      projectName: `marketplace-${stage}-checks`,
      description: 'All checks of what was merged, then the deployment of the stage',
      source: Source.gitHub({
        owner,
        repo,
        webhookFilters: [FilterGroup.inEventOf(EventAction.PUSH).andBranchIs(BRANCH)],
      }),
      buildSpec: BuildSpec.fromSourceFilename('buildspec.yml'),
      environment: { buildImage: LinuxBuildImage.STANDARD_7_0, computeType: ComputeType.MEDIUM },
      environmentVariables: { STAGE: { value: stage } },
      encryptionKey: files,
      timeout: Duration.hours(1),
      // One at a time: two deployments of a stage would wait for each other half-way.
      concurrentBuildLimit: 1,
      logging: { cloudWatch: { logGroup } },
      // The library would let it write reports and logs of any name.
      role: this.role(config, logGroup, files).withoutPolicyUpdates(),
    });
  }

  /** May write its log, and deploy by asking the bootstrap's roles. */
  private role(config: StageConfig, logGroup: ILogGroup, files: IKey): Role {
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('codebuild.amazonaws.com'),
      description: 'What the checks and the deployment of the stage may do',
    });
    const allow = (actions: string[], resources: string[]) =>
      role.addToPolicy(new PolicyStatement({ actions, resources }));
    allow(['logs:CreateLogStream', 'logs:PutLogEvents'], [logGroup.logGroupArn]);
    allow(['kms:Decrypt', 'kms:GenerateDataKey'], [files.keyArn]);
    allow(['sts:AssumeRole'], this.bootstrapRoles(config));
    return role;
  }

  private bootstrapRoles(config: StageConfig): string[] {
    const replicas = config.replicas.map(({ region }) => region);
    return [config.homeRegion, EDGE_REGION, ...replicas].flatMap((region) =>
      BOOTSTRAP_ROLES.map((role) => bootstrapRole(config, role, region)),
    );
  }
}
