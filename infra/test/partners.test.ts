import { describe, expect, it } from 'vitest';
import { resourcesOf, type SynthesisedStack, synthesise } from './fixtures';

const partner = (name: string, ratePerSecond: number) => ({
  name,
  ratePerSecond,
  burst: 2 * ratePerSecond,
  requestsPerDay: 1_000 * ratePerSecond,
});
const PARTNERS = [partner('guide', 5), partner('radio', 20)];

const without = synthesise('prod', undefined, { replicas: [], partners: [] });
const stacks = synthesise('prod', undefined, { replicas: [], partners: PARTNERS });

const operationsOf = (body: { paths: Record<string, Record<string, unknown>> }) =>
  Object.values(body.paths).flatMap((item) => Object.entries(item));
const apiNamed = (of: Record<string, SynthesisedStack>, name: string) =>
  resourcesOf(of, 'AWS::ApiGateway::RestApi').find(({ properties }) => properties.Name === name);

describe('the API of partners', () => {
  it('asks for a key in every operation, and changes nothing', () => {
    const body = apiNamed(stacks, 'catalog-partners')?.properties.Body;
    const schemes = body.components.securitySchemes;
    const operations = operationsOf(body);
    expect(operations.length).toBeGreaterThan(1);
    for (const [method, operation] of operations as [string, { security: object[] }][]) {
      expect(method).toBe('get');
      const [name = ''] = operation.security.flatMap(Object.keys);
      expect(schemes[name]).toEqual({ type: 'apiKey', name: 'x-api-key', in: 'header' });
    }
  });

  it('has a plan for each partner, with their limits and a key of their own', () => {
    const plans = resourcesOf(stacks, 'AWS::ApiGateway::UsagePlan');
    const keys = resourcesOf(stacks, 'AWS::ApiGateway::ApiKey');
    const members = resourcesOf(stacks, 'AWS::ApiGateway::UsagePlanKey');
    const planned = members.map(({ properties }) => ({
      key: keys.find(({ logicalId }) => logicalId === properties.KeyId.Ref)?.properties.Name,
      plan: plans.find(({ logicalId }) => logicalId === properties.UsagePlanId.Ref)?.properties,
    }));
    expect(planned).toMatchObject(
      PARTNERS.map(({ name, ratePerSecond, burst, requestsPerDay }) => ({
        key: `marketplace-prod-partner-${name}`,
        plan: {
          Throttle: { RateLimit: ratePerSecond, BurstLimit: burst },
          Quota: { Limit: requestsPerDay, Period: 'DAY' },
          ApiStages: [{ ApiId: { Ref: apiNamed(stacks, 'catalog-partners')?.logicalId } }],
        },
      })),
    );
    expect(new Set(planned.map(({ key }) => key)).size).toBe(PARTNERS.length);
  });

  it('is behind the firewall, and in no key of the distribution', () => {
    const associations = (of: Record<string, SynthesisedStack>) =>
      resourcesOf(of, 'AWS::WAFv2::WebACLAssociation').length;
    const distribution = (of: Record<string, SynthesisedStack>) =>
      resourcesOf(of, 'AWS::CloudFront::Distribution').map(({ properties }) => properties);
    expect(associations(stacks)).toBe(associations(without) + 1);
    expect(distribution(stacks)).toEqual(distribution(without));
  });

  it('is not there without partners, and leaves visitors’ APIs without keys', () => {
    expect(apiNamed(without, 'catalog-partners')).toBeUndefined();
    expect(resourcesOf(without, 'AWS::ApiGateway::UsagePlan')).toEqual([]);
    expect(apiNamed(stacks, 'catalog')?.properties.Body).toEqual(
      apiNamed(without, 'catalog')?.properties.Body,
    );
  });
});
