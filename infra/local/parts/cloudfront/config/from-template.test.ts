import { afterAll, describe, expect, it } from 'vitest';
import { loadAssembly } from '../../../template/assembly';
import { anAssembly, assetCode } from '../../../template/testing';
import { distributionFromTemplate } from './from-template';

const CACHING_DISABLED = '4135ea2d-6df8-44a3-9df3-4b5a84be39ad';
const ALL_VIEWER_EXCEPT_HOST = 'b689b0a8-53d0-40ab-baf2-68738e2966ac';

const RESOURCES = {
  Distribution: {
    Type: 'AWS::CloudFront::Distribution',
    Properties: {
      DistributionConfig: {
        Enabled: true,
        CacheBehaviors: [
          {
            PathPattern: '/api/*',
            TargetOriginId: 'api',
            AllowedMethods: ['GET', 'HEAD', 'POST'],
            CachePolicyId: CACHING_DISABLED,
            OriginRequestPolicyId: ALL_VIEWER_EXCEPT_HOST,
            LambdaFunctionAssociations: [
              { EventType: 'viewer-request', LambdaFunctionARN: { Ref: 'LockVersion' } },
            ],
          },
        ],
        DefaultCacheBehavior: {
          TargetOriginId: 'files',
          Compress: true,
          CachePolicyId: { Ref: 'Page' },
          OriginRequestPolicyId: { Ref: 'ToPage' },
          ResponseHeadersPolicyId: { Ref: 'Headers' },
          FunctionAssociations: [
            {
              EventType: 'viewer-request',
              FunctionARN: { 'Fn::GetAtt': ['Router', 'FunctionARN'] },
            },
          ],
        },
        Origins: [
          {
            Id: 'api',
            DomainName: 'api.internal',
            OriginPath: '/v1',
            CustomOriginConfig: { OriginProtocolPolicy: 'https-only', OriginReadTimeout: 20 },
            OriginCustomHeaders: [{ HeaderName: 'X-Origin-Verify', HeaderValue: 'secret' }],
          },
          {
            Id: 'files',
            DomainName: 'my.files-111111111111.s3.eu-west-1.amazonaws.com',
            S3OriginConfig: { OriginAccessIdentity: '' },
          },
        ],
        CustomErrorResponses: [{ ErrorCode: 404, ErrorCachingMinTTL: 0 }],
      },
    },
  },
  Page: {
    Type: 'AWS::CloudFront::CachePolicy',
    Properties: {
      CachePolicyConfig: {
        Name: 'page',
        MinTTL: 0,
        DefaultTTL: 0,
        MaxTTL: 86400,
        ParametersInCacheKeyAndForwardedToOrigin: {
          CookiesConfig: { CookieBehavior: 'none' },
          HeadersConfig: { HeaderBehavior: 'whitelist', Headers: ['X-Market'] },
          QueryStringsConfig: { QueryStringBehavior: 'whitelist', QueryStrings: ['q'] },
          EnableAcceptEncodingGzip: true,
          EnableAcceptEncodingBrotli: true,
        },
      },
    },
  },
  ToPage: {
    Type: 'AWS::CloudFront::OriginRequestPolicy',
    Properties: {
      OriginRequestPolicyConfig: {
        Name: 'to-page',
        CookiesConfig: { CookieBehavior: 'all' },
        HeadersConfig: {
          HeaderBehavior: 'allViewerAndWhitelistCloudFront',
          Headers: ['CloudFront-Viewer-Country'],
        },
        QueryStringsConfig: { QueryStringBehavior: 'all' },
      },
    },
  },
  Headers: {
    Type: 'AWS::CloudFront::ResponseHeadersPolicy',
    Properties: {
      ResponseHeadersPolicyConfig: {
        Name: 'headers',
        SecurityHeadersConfig: {
          StrictTransportSecurity: {
            AccessControlMaxAgeSec: 60,
            IncludeSubdomains: true,
            Override: true,
          },
        },
        CustomHeadersConfig: { Items: [{ Header: 'X-A', Value: 'a', Override: false }] },
        RemoveHeadersConfig: { Items: [{ Header: 'X-Powered-By' }] },
      },
    },
  },
  Store: { Type: 'AWS::CloudFront::KeyValueStore', Properties: { Name: 'releases' } },
  Router: {
    Type: 'AWS::CloudFront::Function',
    Properties: {
      Name: 'router',
      AutoPublish: true,
      FunctionCode: 'function handler(e) { return e.request; }',
      FunctionConfig: {
        Comment: '',
        Runtime: 'cloudfront-js-2.0',
        KeyValueStoreAssociations: [{ KeyValueStoreARN: { 'Fn::GetAtt': ['Store', 'Arn'] } }],
      },
    },
  },
  Lock: {
    Type: 'AWS::Lambda::Function',
    Properties: { FunctionName: 'lock', Handler: 'index.handler', Code: assetCode('lock') },
  },
  LockVersion: { Type: 'AWS::Lambda::Version', Properties: { FunctionName: { Ref: 'Lock' } } },
};

describe('a distribution of a template', () => {
  const fixture = anAssembly(
    { Edge: { region: 'us-east-1', Resources: RESOURCES } },
    { lock: { 'index.cjs': 'exports.handler = async () => null;' } },
  );
  afterAll(() => fixture.remove());
  const distribution = distributionFromTemplate(loadAssembly(fixture.dir));
  const [api, page] = distribution.behaviors;

  it('has its behaviours in order, the default last', () => {
    expect(distribution.behaviors.map(({ pattern }) => pattern)).toEqual(['/api/*', '*']);
    expect(api?.methods).toEqual(['GET', 'HEAD', 'POST']);
    expect(page?.methods).toEqual(['GET', 'HEAD']);
    expect([api?.compress, page?.compress]).toEqual([false, true]);
  });

  it('knows managed policies by id and its own by reference', () => {
    expect(api?.cachePolicy.maxTtlSeconds).toBe(0);
    expect(api?.originRequestPolicy?.headers).toEqual({ kind: 'except', names: ['host'] });
    expect(page?.cachePolicy).toMatchObject({
      headers: ['x-market'],
      query: { kind: 'only', names: ['q'] },
      cookies: { kind: 'none' },
      maxTtlSeconds: 86_400,
    });
    expect(page?.originRequestPolicy).toMatchObject({
      headers: { kind: 'all' },
      cloudfrontHeaders: ['cloudfront-viewer-country'],
    });
    expect(page?.responseHeadersPolicy).toEqual({
      headers: [
        {
          name: 'strict-transport-security',
          value: 'max-age=60; includeSubDomains',
          override: true,
        },
        { name: 'x-a', value: 'a', override: false },
      ],
      remove: ['x-powered-by'],
    });
  });

  it('has its origins with paths, headers and buckets', () => {
    expect(distribution.origins).toEqual([
      {
        id: 'api',
        domainName: 'api.internal',
        path: '/v1',
        customHeaders: { 'x-origin-verify': 'secret' },
        readTimeoutSeconds: 20,
      },
      {
        id: 'files',
        domainName: 'my.files-111111111111.s3.eu-west-1.amazonaws.com',
        path: '',
        customHeaders: {},
        readTimeoutSeconds: 30,
        bucket: 'my.files-111111111111',
      },
    ]);
  });

  it('finds its functions, their stores and their bundles', () => {
    const [router] = distribution.functions;
    expect(router?.arn).toBe(page?.functions['viewer-request']);
    expect(router?.storeArn).toBe(distribution.stores[0]?.arn);
    const [lock] = distribution.lambdas;
    expect(lock?.arn).toBe(api?.lambdas['viewer-request']);
    expect(lock?.codeDir).toContain('asset.lock');
  });

  it('keeps errors as long as it says', () => {
    expect(distribution.errorResponses.get(404)).toEqual({ minTtlSeconds: 0 });
  });
});
