import { ArnFormat, SecretValue, Stack } from 'aws-cdk-lib';
import { CfnApp, CfnBranch } from 'aws-cdk-lib/aws-amplify';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import type { StageConfig } from '../../config';
import { namesOf, SLICE_PREFIXES } from '../names';
import { readParameter } from '../parameters';

const BRANCH = 'main';
const APP_ROOT = 'shell';

/** The shell on Amplify Hosting: a Next server in a monorepo, with the rights its server needs and no more. */
export class ShellHosting extends Construct {
  readonly appId: string;
  /** Host that the distribution sends page requests to. */
  readonly host: string;

  constructor(scope: Construct, id: string, config: StageConfig) {
    super(scope, id);
    const role = this.#computeRole(config);
    const environment = this.#environment(config);
    const app = new CfnApp(this, 'App', {
      name: `marketplace-${config.stage}-shell`,
      platform: 'WEB_COMPUTE',
      computeRoleArn: role.roleArn,
      buildSpec: buildSpecFor([...Object.keys(environment), 'AMPLIFY_APP_ID']),
      environmentVariables: toVariables({
        AMPLIFY_MONOREPO_APP_ROOT: APP_ROOT,
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
    this.appId = app.attrAppId;
    this.host = `${BRANCH}.${app.attrDefaultDomain}`;
  }

  #environment(config: StageConfig): Record<string, string> {
    const read = (name: Parameters<typeof readParameter>[2]) =>
      readParameter(this, config.stage, name);
    return {
      PUBLIC_ORIGIN: config.publicOrigin,
      NEXT_PUBLIC_USER_POOL_ID: read('identity/user-pool-id'),
      NEXT_PUBLIC_USER_POOL_CLIENT_ID: read('identity/user-pool-client-id'),
      NEXT_PUBLIC_STRIPE_PUBLISHABLE_KEY: config.stripe.publishableKey,
      SLICES_BUCKET_NAME: namesOf(config).slicesBucket,
      RELEASES_KVS_ARN: config.releasesKvsArn,
      RELEASE_PUBLIC_KEYS: config.releasePublicKeys.join(','),
      CATALOG_API_URL: read('catalog/api-url'),
      BOOKING_API_URL: read('booking/api-url'),
      PROVIDER_API_URL: read('provider/api-url'),
    };
  }

  #computeRole(config: StageConfig): Role {
    const stack = Stack.of(this);
    const role = new Role(this, 'ComputeRole', {
      assumedBy: new ServicePrincipal('amplify.amazonaws.com'),
      description: "What the shell's server may do",
    });
    const allow = (actions: string[], resource: string) =>
      role.addToPolicy(new PolicyStatement({ actions, resources: [resource] }));
    const bucketArn = `arn:${stack.partition}:s3:::${namesOf(config).slicesBucket}`;
    allow(['s3:GetObject'], `${bucketArn}/${SLICE_PREFIXES.server}*`);
    allow(['cloudfront-keyvaluestore:GetKey'], config.releasesKvsArn);
    allow(
      [
        'cognito-idp:AdminInitiateAuth',
        'cognito-idp:AdminRespondToAuthChallenge',
        'cognito-idp:AdminUserGlobalSignOut',
      ],
      stack.formatArn({
        service: 'cognito-idp',
        resource: 'userpool',
        resourceName: readParameter(this, config.stage, 'identity/user-pool-id'),
        arnFormat: ArnFormat.SLASH_RESOURCE_NAME,
      }),
    );
    return role;
  }
}

const toVariables = (environment: Record<string, string>) =>
  Object.entries(environment).map(([name, value]) => ({ name, value }));

/** Amplify gives its variables to the build only; the server reads them from the file Next loads at its start. */
const buildSpecFor = (runtimeVariables: string[]) => `version: 1
applications:
  - appRoot: ${APP_ROOT}
    frontend:
      buildPath: /
      phases:
        preBuild:
          commands:
            - npm ci --no-audit --no-fund
        build:
          commands:
            - env | grep -E '^(${runtimeVariables.join('|')})=' > ${APP_ROOT}/.env.production
            - npm run build -w ${APP_ROOT}
      artifacts:
        baseDirectory: ${APP_ROOT}/.next
        files:
          - '**/*'
      cache:
        paths:
          - node_modules/**/*
          - ${APP_ROOT}/.next/cache/**/*
`;
