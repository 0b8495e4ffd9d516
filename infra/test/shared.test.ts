import { describe, expect, it } from 'vitest';
import { stageConfig } from '../config';
import { resourcesOf, type SynthesisedStack, synthesise } from './fixtures';

const local = synthesise('local');
const prod = synthesise('prod');

const only = (stacks: Record<string, SynthesisedStack>, type: string) => {
  const found = resourcesOf(stacks, type);
  expect(found).toHaveLength(1);
  return found[0]?.properties;
};

describe('the table', () => {
  const table = only(prod, 'AWS::DynamoDB::GlobalTable');
  const replica = table.Replicas.find(({ Region }: { Region: string }) => Region === 'eu-west-1');
  const keysOf = (schema: { AttributeName: string }[]) => schema.map((key) => key.AttributeName);

  it('has the keys and the indexes that the entities ask for', () => {
    expect(table.TableName).toBe('EcosystemMarketplace');
    expect(keysOf(table.KeySchema)).toEqual(['PK', 'SK']);
    const indexes = table.GlobalSecondaryIndexes.map(
      (index: { IndexName: string; KeySchema: { AttributeName: string }[] }) => [
        index.IndexName,
        ...keysOf(index.KeySchema),
      ],
    );
    expect(indexes).toEqual([
      ['GSI1', 'slug', 'PK'],
      ['GSI2', 'status', 'PK'],
      ['GSI3', 'customerId', 'SK'],
      ['GSI4', 'providerId', 'startsAt'],
      ['GSI5', 'customerId', 'startsAt'],
    ]);
  });

  it('defines exactly the attributes that its keys name', () => {
    const defined = keysOf(table.AttributeDefinitions);
    const named = [table, ...table.GlobalSecondaryIndexes].flatMap((owner) =>
      keysOf(owner.KeySchema),
    );
    expect(new Set(defined)).toEqual(new Set(named));
  });

  it('streams both images and forgets what has expired', () => {
    expect(table.StreamSpecification).toEqual({ StreamViewType: 'NEW_AND_OLD_IMAGES' });
    expect(table.TimeToLiveSpecification).toEqual({
      AttributeName: 'expiresAtSeconds',
      Enabled: true,
    });
    expect(table.BillingMode).toBe('PAY_PER_REQUEST');
  });

  it('is encrypted with our own key, which rotates, and recoverable to any second', () => {
    expect(table.SSESpecification).toEqual({ SSEEnabled: true, SSEType: 'KMS' });
    expect(replica.SSESpecification.KMSMasterKeyId['Fn::GetAtt'][0]).toMatch(/^Keysdata/);
    for (const { properties } of resourcesOf(prod, 'AWS::KMS::Key')) {
      expect(properties.EnableKeyRotation).toBe(true);
    }
    expect(replica.PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled).toBe(true);
  });

  it('cannot be deleted where it holds real data', () => {
    expect(replica.DeletionProtectionEnabled).toBe(true);
    const onLaptop = only(local, 'AWS::DynamoDB::GlobalTable');
    expect(onLaptop.Replicas[0].DeletionProtectionEnabled).toBe(false);
  });
});

describe('accounts', () => {
  const pool = only(prod, 'AWS::Cognito::UserPool');
  const client = only(prod, 'AWS::Cognito::UserPoolClient');

  it('ask for a long password, offer a second factor and are watched', () => {
    expect(pool.Policies.PasswordPolicy).toMatchObject({
      MinimumLength: 12,
      RequireLowercase: true,
      RequireNumbers: true,
      RequireSymbols: true,
      RequireUppercase: true,
      PasswordHistorySize: 5,
    });
    expect(pool.MfaConfiguration).toBe('OPTIONAL');
    expect(pool.EnabledMfas).toEqual(['SOFTWARE_TOKEN_MFA']);
    expect(pool.UserPoolTier).toBe('PLUS');
    expect(pool.UserPoolAddOns.AdvancedSecurityMode).toBe('ENFORCED');
    expect(pool.DeletionProtection).toBe('ACTIVE');
  });

  it("get their codes from the stage's own domain once that is verified, and by Cognito until then", () => {
    const { mail } = stageConfig('dev');
    const verified = synthesise('dev', undefined, { mail: { ...mail, isVerified: true } });
    expect(only(verified, 'AWS::Cognito::UserPool').EmailConfiguration).toMatchObject({
      ConfigurationSet: 'marketplace-dev',
      EmailSendingAccount: 'DEVELOPER',
      From: mail.from,
    });
    expect(pool.EmailConfiguration?.EmailSendingAccount).not.toBe('DEVELOPER');
  });

  it('are recovered by mail only and have the three groups', () => {
    expect(pool.AccountRecoverySetting.RecoveryMechanisms).toEqual([
      { Name: 'verified_email', Priority: 1 },
    ]);
    const groups = resourcesOf(prod, 'AWS::Cognito::UserPoolGroup');
    expect(groups.map(({ properties }) => properties.GroupName).sort()).toEqual([
      'admin',
      'provider',
      'team',
    ]);
  });

  it('are signed in by our server only, without a hint whether an account exists', () => {
    expect(client.ExplicitAuthFlows).toEqual(['ALLOW_ADMIN_USER_PASSWORD_AUTH']);
    expect(client.AllowedOAuthFlowsUserPoolClient).toBe(false);
    expect(client.PreventUserExistenceErrors).toBe('ENABLED');
    expect(client.EnableTokenRevocation).toBe(true);
  });

  it('get a new refresh token at every use, with a grace for tabs that ask at once', () => {
    expect(client.RefreshTokenRotation).toEqual({
      Feature: 'ENABLED',
      RetryGracePeriodSeconds: 60,
    });
  });

  it('are kept as a profile, come from before, get mail in their language, and are named in groups as a trigger says, in access tokens too', () => {
    expect(pool.LambdaConfig).toEqual({
      CustomMessage: { Ref: expect.stringMatching(/^IdentityTriggersMessages.*Alias/) },
      PostAuthentication: { Ref: expect.stringMatching(/^IdentityTriggersMigrated.*Alias/) },
      PostConfirmation: { Ref: expect.stringMatching(/^IdentityTriggersConfirmed.*Alias/) },
      UserMigration: { Ref: expect.stringMatching(/^IdentityTriggersMigrated.*Alias/) },
      PreTokenGenerationConfig: {
        LambdaArn: { Ref: expect.stringMatching(/^IdentityTriggersClaims.*Alias/) },
        LambdaVersion: 'V2_0',
      },
    });
    const callers = resourcesOf(prod, 'AWS::Lambda::Permission').filter(
      ({ properties }) => properties.Principal === 'cognito-idp.amazonaws.com',
    );
    expect(callers).toHaveLength(5);
    for (const { properties } of callers) expect(properties.SourceArn).toBeDefined();
  });
});

describe('buckets', () => {
  const buckets = resourcesOf(prod, 'AWS::S3::Bucket');
  const policies = resourcesOf(prod, 'AWS::S3::BucketPolicy');
  const statementsOf = (logicalId: string) =>
    policies
      .filter(({ properties }) => properties.Bucket.Ref === logicalId)
      .flatMap(({ properties }) => properties.PolicyDocument.Statement);

  it.each(buckets.map((bucket) => [bucket.logicalId, bucket.properties]))(
    '%s is private, versioned, encrypted and has a lifecycle',
    (_id, properties) => {
      expect(properties.PublicAccessBlockConfiguration).toEqual({
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      });
      expect(properties.VersioningConfiguration.Status).toBe('Enabled');
      expect(properties.BucketEncryption).toBeDefined();
      expect(properties.LifecycleConfiguration.Rules[0].Transitions[0].StorageClass).toBe(
        'INTELLIGENT_TIERING',
      );
    },
  );

  it.each(buckets.map((bucket) => bucket.logicalId))(
    '%s refuses plain HTTP and serves nobody but services of AWS',
    (logicalId) => {
      const statements = statementsOf(logicalId);
      expect(statements).toContainEqual(
        expect.objectContaining({
          Effect: 'Deny',
          Condition: { Bool: { 'aws:SecureTransport': 'false' } },
        }),
      );
      const allowed = statements.filter((statement) => statement.Effect === 'Allow');
      for (const { Principal, Condition } of allowed) {
        expect(Object.keys(Principal)).toEqual(['Service']);
        // Written by the library; the trail's name is not known to it at that point.
        if (Principal.Service === 'cloudtrail.amazonaws.com') continue;
        expect(JSON.stringify(Condition)).toMatch(/SourceAccount/i);
      }
    },
  );

  it.each([
    ['Slices', '/_mf/*'],
    ['Assets', '/media/*'],
  ])('%s gives the distribution %s and nothing else', (name, suffix) => {
    const bucket = buckets.find(({ logicalId }) => logicalId.startsWith(name));
    const granted = statementsOf(bucket?.logicalId ?? '').filter(
      (statement) => statement.Principal?.Service === 'cloudfront.amazonaws.com',
    );
    expect(granted).toHaveLength(1);
    expect(granted[0].Action).toBe('s3:GetObject');
    expect(granted[0].Resource['Fn::Join'][1].at(-1)).toBe(suffix);
  });
});

describe('secrets', () => {
  it('hold no key of Stripe in a deployed template', () => {
    expect(prod.Shared?.text).not.toMatch(/(sk|rk|whsec)_(live|test)_/);
  });

  it('are encrypted with our own key', () => {
    for (const { properties } of resourcesOf(prod, 'AWS::SecretsManager::Secret')) {
      // Made in the same stack, or read from the parameter that it publishes.
      expect(JSON.stringify(properties.KmsKeyId)).toMatch(/Keyssecrets|keyssecretsarn/);
    }
  });
});
