import { ArnFormat, Stack } from 'aws-cdk-lib';
import { PolicyStatement, type Role } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import type { StageConfig } from '../../../config';
import { namesOf, SLICE_PREFIXES } from '../../names';
import { readParameter } from '../../parameters';
import { contentSecurityPolicy } from '../edge/security-headers';

/** The variables that the shell's server reads when it starts, wherever it runs. */
export function shellEnvironment(scope: Construct, config: StageConfig): Record<string, string> {
  const read = (name: Parameters<typeof readParameter>[2]) =>
    readParameter(scope, config.stage, name);
  return {
    PUBLIC_ORIGIN: config.publicOrigin,
    NEXT_PUBLIC_USER_POOL_ID: read('identity/user-pool-id'),
    NEXT_PUBLIC_USER_POOL_CLIENT_ID: read('identity/user-pool-client-id'),
    NEXT_PUBLIC_STRIPE_PUBLISHABLE_KEY: config.stripe.publishableKey,
    SLICES_BUCKET_NAME: namesOf(config).slicesBucket,
    RELEASES_KVS_ARN: config.releasesKvsArn,
    RELEASE_PUBLIC_KEYS: config.releasePublicKeys.join(','),
    CONTENT_SECURITY_POLICY: contentSecurityPolicy(config),
    OVERRIDE_SECRET_ID: namesOf(config).overrideSecret,
    CATALOG_API_URL: read('catalog/api-url'),
    BOOKING_API_URL: read('booking/api-url'),
    PROVIDER_API_URL: read('provider/api-url'),
    IDENTITY_FUNCTION: identityFunction(config),
  };
}

/** Lets the shell's server read releases, sign people in and ask about accounts, and nothing more. */
export function grantShellServer(role: Role, config: StageConfig): void {
  const stack = Stack.of(role);
  const allow = (actions: string[], resource: string) =>
    role.addToPolicy(new PolicyStatement({ actions, resources: [resource] }));
  const bucketArn = `arn:${stack.partition}:s3:::${namesOf(config).slicesBucket}`;
  allow(['s3:GetObject'], `${bucketArn}/${SLICE_PREFIXES.server}*`);
  role.addToPolicy(
    new PolicyStatement({
      actions: ['s3:ListBucket'],
      resources: [bucketArn],
      conditions: { StringLike: { 's3:prefix': `${SLICE_PREFIXES.server}*` } },
    }),
  );
  allow(
    ['secretsmanager:GetSecretValue'],
    readParameter(role, config.stage, 'secrets/override-signing-arn'),
  );
  role.addToPolicy(
    new PolicyStatement({
      actions: ['kms:Decrypt'],
      resources: [readParameter(role, config.stage, 'keys/secrets-arn')],
      conditions: {
        StringEquals: { 'kms:ViaService': `secretsmanager.${stack.region}.${stack.urlSuffix}` },
      },
    }),
  );
  allow(['cloudfront-keyvaluestore:ListKeys'], config.releasesKvsArn);
  allow(
    [
      'cognito-idp:AdminInitiateAuth',
      'cognito-idp:AdminRespondToAuthChallenge',
      'cognito-idp:AdminUserGlobalSignOut',
    ],
    stack.formatArn({
      service: 'cognito-idp',
      resource: 'userpool',
      resourceName: readParameter(role, config.stage, 'identity/user-pool-id'),
      arnFormat: ArnFormat.SLASH_RESOURCE_NAME,
    }),
  );
  allow(
    ['lambda:InvokeFunction'],
    stack.formatArn({
      service: 'lambda',
      resource: 'function',
      resourceName: identityFunction(config),
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    }),
  );
}

/** The function that limits attempts, exports and erases accounts; callable by the shell only. */
const identityFunction = (config: StageConfig) => `${namesOf(config).function('identity')}:live`;
