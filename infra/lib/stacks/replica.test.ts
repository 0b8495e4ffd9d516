import { describe, expect, it } from 'vitest';
import { stageConfig } from '../../config';
import { resourcesOf, synthesise } from '../../test/fixtures';

const REGION = 'eu-central-1';
const prod = synthesise('prod');
const beside = Object.fromEntries(Object.entries(prod).filter(([id]) => id.endsWith(`-${REGION}`)));
const text = JSON.stringify(Object.values(beside).map(({ text }) => text));

/** Only the release command, the shell and what is next to the cache read these. */
const USED_AT_HOME = ['release-signing', 'override-signing', 'cache'].map(
  (secret) => `/marketplace/prod/${secret}`,
);

describe('a replica region', () => {
  it('has the table, under a key of its own, as well protected as at home', () => {
    const [table] = resourcesOf(prod, 'AWS::DynamoDB::GlobalTable');
    const replicas: Record<string, unknown>[] = table?.properties.Replicas;
    expect(replicas.map(({ Region }) => Region).sort()).toEqual([REGION, 'eu-west-1']);
    expect(replicas.find((replica) => replica.Region === REGION)).toMatchObject({
      DeletionProtectionEnabled: true,
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
    });
    expect(table?.stack.text).toContain(`:kms:${REGION}:111111111111:alias/marketplace-prod-data`);
  });

  it('answers for catalogue and free times', () => {
    const apis = resourcesOf(beside, 'AWS::ApiGateway::RestApi');
    expect(apis.map(({ properties }) => properties.Name)).toEqual(['catalog', 'booking']);
  });

  it('cannot write the table: two writers could sell one slot twice', () => {
    expect(text).not.toMatch(/dynamodb:(Put|Update|Delete|BatchWrite)/);
  });

  it('knows, as home does, which region writes the bookings of who was never moved', () => {
    const homes = resourcesOf(prod, 'AWS::Lambda::Function').flatMap(
      ({ properties }) => properties.Environment?.Variables?.HOME_REGION ?? [],
    );
    expect(homes.length).toBeGreaterThan(6);
    expect(new Set(homes)).toEqual(new Set(['eu-west-1']));
  });

  it('works on nothing of the stream, and sweeps nothing', () => {
    expect(resourcesOf(beside, 'AWS::Lambda::EventSourceMapping')).toEqual([]);
    expect(resourcesOf(beside, 'AWS::Events::Rule')).toEqual([]);
  });

  it('finds secrets and search snapshots in its own region', () => {
    for (const { properties } of resourcesOf(prod, 'AWS::SecretsManager::Secret')) {
      if (USED_AT_HOME.includes(properties.Name)) continue;
      expect(properties.ReplicaRegions).toMatchObject([{ Region: REGION }]);
    }
    const bucket = 'marketplace-prod-assets-111111111111-eu-central-1';
    const functions = resourcesOf(beside, 'AWS::Lambda::Function');
    for (const { properties } of functions) {
      expect(properties.Environment.Variables.S3_BUCKET_NAME).toBe(bucket);
    }
    expect(prod.Shared?.text).toContain(`arn:aws:s3:::${bucket}`);
  });

  it('is nowhere on the laptop', () => {
    expect(stageConfig('local').replicas).toEqual([]);
  });
});
