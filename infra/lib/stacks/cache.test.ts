import { CACHE_ACCESS } from '@marketplace/services/shared/contract';
import { describe, expect, it } from 'vitest';
import { resourcesOf, type SynthesisedStack, synthesise } from '../../test/fixtures';

const prod = synthesise('prod');
const staging = synthesise('staging');
const dev = synthesise('dev');

const cacheOf = ({ Cache }: Record<string, SynthesisedStack>) => ({ Cache }) as typeof prod;
const only = (stacks: typeof prod, type: string) => {
  const found = resourcesOf(stacks, type);
  expect(found, type).toHaveLength(1);
  return found[0]?.properties;
};
const functionsIn = (stacks: typeof prod) =>
  resourcesOf(stacks, 'AWS::Lambda::Function')
    .filter(({ properties }) => properties.VpcConfig)
    .map(({ properties }) => properties.FunctionName)
    .sort();

describe('the cache', () => {
  it('is not there for a stage that has none, and nothing is in a network then', () => {
    expect(dev).not.toHaveProperty('Cache');
    expect(functionsIn(dev)).toEqual([]);
    expect(JSON.stringify(Object.values(dev).map(({ text }) => text))).not.toMatch(
      /CACHE_|EC2::VPC/,
    );
  });

  it('is nodes in two zones for one stage, and paid by use for another', () => {
    expect(only(prod, 'AWS::ElastiCache::ReplicationGroup')).toMatchObject({
      Engine: 'valkey',
      ReplicasPerNodeGroup: 1,
      MultiAZEnabled: true,
      AutomaticFailoverEnabled: true,
    });
    expect(only(staging, 'AWS::ElastiCache::ServerlessCache')).toMatchObject({
      Engine: 'valkey',
      CacheUsageLimits: { DataStorage: { Maximum: 1 } },
    });
  });

  it.each([
    ['nodes', prod, 'AWS::ElastiCache::ReplicationGroup'],
    ['serverless', staging, 'AWS::ElastiCache::ServerlessCache'],
  ])('lets in one user with few rights, over TLS (%s)', (_kind, stacks, type) => {
    const { UserGroupId, UserGroupIds = [UserGroupId] } = only(stacks, type);
    expect(UserGroupIds).toHaveLength(1);
    const user = only(stacks, 'AWS::ElastiCache::User');
    expect(user).toMatchObject({ AccessString: `on ${CACHE_ACCESS}`, NoPasswordRequired: false });
    expect(JSON.stringify(user.Passwords)).toContain('resolve:secretsmanager');
    const { Value: url } =
      resourcesOf(stacks, 'AWS::SSM::Parameter').find(({ properties }) =>
        properties.Name.endsWith('/cache/url'),
      )?.properties ?? {};
    expect(JSON.stringify(url)).toContain('rediss://');
  });
});

describe('the network of the cache', () => {
  const network = cacheOf(prod);

  it('has no way to the internet, and nothing that costs by the hour but one endpoint', () => {
    for (const type of ['InternetGateway', 'NatGateway', 'EgressOnlyInternetGateway', 'Route']) {
      expect(resourcesOf(network, `AWS::EC2::${type}`), type).toEqual([]);
    }
    for (const { properties } of resourcesOf(network, 'AWS::EC2::Subnet')) {
      expect(properties.MapPublicIpOnLaunch).toBe(false);
    }
    const endpoints = resourcesOf(network, 'AWS::EC2::VPCEndpoint').map(
      ({ properties }) => properties.VpcEndpointType,
    );
    expect(endpoints.sort()).toEqual(['Gateway', 'Gateway', 'Interface']);
  });

  it('lets gateways be used for what the functions read, and nothing else', () => {
    const policies = resourcesOf(network, 'AWS::EC2::VPCEndpoint').flatMap(
      ({ properties }) => properties.PolicyDocument?.Statement ?? [],
    );
    expect(policies.flatMap(({ Action }) => Action).sort()).toEqual([
      ...['dynamodb:BatchGetItem', 'dynamodb:GetItem', 'dynamodb:Query'],
      ...['s3:GetObject', 's3:ListBucket'],
    ]);
    for (const { Resource } of policies) expect([Resource].flat()).not.toContain('*');
  });

  it('opens the cache to functions only', () => {
    const [ingress, ...others] = resourcesOf(network, 'AWS::EC2::SecurityGroupIngress').filter(
      ({ properties }) => properties.FromPort === 6379,
    );
    expect(others).toEqual([]);
    expect(JSON.stringify(ingress?.properties.SourceSecurityGroupId)).toContain('Clients');
    for (const { properties } of resourcesOf(network, 'AWS::EC2::SecurityGroup')) {
      const open = (properties.SecurityGroupIngress ?? []).filter(
        ({ CidrIp }: { CidrIp?: string }) => CidrIp,
      );
      expect(open).toEqual([]);
    }
  });

  it('holds what asks the cache and nothing that needs the world: no Stripe, no mail, no edge', () => {
    expect(functionsIn(prod)).toEqual([
      'marketplace-prod-cache-invalidator',
      'marketplace-prod-catalog',
      'marketplace-prod-slots',
    ]);
    for (const { properties } of resourcesOf(prod, 'AWS::Lambda::Function')) {
      const isInside = properties.VpcConfig !== undefined;
      expect('CACHE_URL' in (properties.Environment?.Variables ?? {})).toBe(isInside);
    }
  });

  it('is told what changes by a function that the indexer, outside, may call', () => {
    const indexer = resourcesOf(prod, 'AWS::Lambda::Function').find(
      ({ properties }) => properties.FunctionName === 'marketplace-prod-search-indexer',
    );
    const told = JSON.stringify(indexer?.properties.Environment.Variables.CACHE_INVALIDATOR);
    expect(told).toMatch(/CacheInvalidator.*:live/);
  });
});

describe('free times', () => {
  it('are answered by the function that may do nothing but read', () => {
    const booking = resourcesOf(prod, 'AWS::ApiGateway::RestApi').filter(
      ({ properties }) => properties.Name === 'booking',
    );
    for (const { properties } of booking) {
      const { get } = properties.Body.paths['/api/booking/services/{id}/slots'];
      const uri = JSON.stringify(get['x-amazon-apigateway-integration'].uri);
      expect(uri).toMatch(/Slots.*Alias/);
    }
    expect(booking).toHaveLength(2);
  });
});
