import { CfnResource, Stack } from 'aws-cdk-lib';
import { describe, expect, it } from 'vitest';
import { OwnDomain } from '../lib/constructs/edge/own-domain';
import { SynthesisedEdge } from './distribution';

const edge = new SynthesisedEdge();

describe('edge functions', () => {
  const functions = edge.all('AWS::Lambda::Function');

  it('live in us-east-1', () => {
    expect(edge.stack.stack.region).toBe('us-east-1');
    expect(functions).toHaveLength(4);
  });

  it.each(functions.map(({ properties }) => [properties.FunctionName, properties]))(
    '%s may be replicated by Lambda@Edge, and its logs end',
    (name, properties) => {
      const role = edge.stack.resources[properties.Role['Fn::GetAtt'][0]];
      const trusted = JSON.stringify(role?.Properties.AssumeRolePolicyDocument);
      expect(trusted).toContain('edgelambda.amazonaws.com');
      const logs = edge
        .all('AWS::Logs::LogGroup')
        .find((group) => group.properties.LogGroupName === `/aws/lambda/us-east-1.${name}`);
      expect(logs?.properties.RetentionInDays).toBe(365);
    },
  );

  it.each(edge.all('AWS::CloudFront::Function').map(({ properties }) => properties))(
    '$Name runs on runtime 2.0 and is published',
    (properties) => {
      expect(properties.FunctionConfig.Runtime).toBe('cloudfront-js-2.0');
      expect(properties.AutoPublish).toBe(true);
    },
  );
});

describe('the distribution', () => {
  it('speaks modern protocols only, behind a firewall, and keeps logs', () => {
    expect(edge.config.HttpVersion).toBe('http2and3');
    expect(edge.config.ViewerCertificate.MinimumProtocolVersion).toBe('TLSv1.2_2021');
    expect(edge.config.WebACLId).toBeDefined();
    expect(edge.config.Logging.Bucket).toBeDefined();
  });

  it('has a certificate that renews itself, and is found under the domain over both protocols', () => {
    const [certificate] = edge.all('AWS::CertificateManager::Certificate');
    expect(certificate?.properties).toMatchObject({
      DomainName: edge.config.Aliases[0],
      ValidationMethod: 'DNS',
    });
    const records = edge.all('AWS::Route53::RecordSet').map(({ properties }) => properties);
    expect(records.map(({ Type }) => Type).sort()).toEqual(['A', 'AAAA']);
    for (const { Name, AliasTarget } of records) {
      expect(Name).toBe(`${edge.config.Aliases[0]}.`);
      expect(AliasTarget.DNSName['Fn::GetAtt'][1]).toBe('DomainName');
    }
  });

  it('takes the certificate that somebody asked for where the zone is elsewhere', () => {
    const stack = new Stack();
    const certificateArn = 'arn:aws:acm:us-east-1:111111111111:certificate/asked-for';
    const domain = new OwnDomain(stack, { name: 'dev.marketplace.example', certificateArn });
    expect(domain.certificate.certificateArn).toBe(certificateArn);
    expect(stack.node.findAll().filter(CfnResource.isCfnResource)).toEqual([]);
  });

  it('reads the tags of pages, by which a change makes it forget them', () => {
    expect(edge.config.CacheTagConfig).toEqual({ HeaderName: 'x-page-cache-tags' });
  });

  it('never puts a page of its own in place of an origin’s error', () => {
    for (const response of edge.config.CustomErrorResponses) {
      expect(response).not.toHaveProperty('ResponsePagePath');
      expect(response.ErrorCachingMinTTL).toBe(0);
    }
  });

  it('is guarded against scripting, injection, known exploits and floods', () => {
    const acl = edge.only('AWS::WAFv2::WebACL');
    expect(acl.Scope).toBe('CLOUDFRONT');
    expect(acl.Rules.map((rule: { Name: string }) => rule.Name)).toEqual([
      'RequestsOfOneAddress',
      'SignInsOfOneAddress',
      'AWSManagedRulesCommonRuleSet',
      'AWSManagedRulesSQLiRuleSet',
      'AWSManagedRulesKnownBadInputsRuleSet',
      'AWSManagedRulesBotControlRuleSet',
    ]);
    expect(acl.Rules.at(-1).OverrideAction, 'bots are looked at before any is blocked').toEqual({
      Count: {},
    });
  });

  it('allows no script but ours and Stripe’s, and nobody to frame us', () => {
    const headers = edge.only('AWS::CloudFront::ResponseHeadersPolicy');
    const { ContentSecurityPolicy: csp, StrictTransportSecurity: hsts } =
      headers.ResponseHeadersPolicyConfig.SecurityHeadersConfig;
    expect(csp.ContentSecurityPolicy).toContain("script-src 'self' https://js.stripe.com;");
    expect(csp.ContentSecurityPolicy).toContain("object-src 'none'");
    expect(csp.ContentSecurityPolicy).toContain("frame-ancestors 'none'");
    expect(csp.ContentSecurityPolicy).not.toMatch(/unsafe-eval|localhost|script-src[^;]*unsafe/);
    expect(hsts.AccessControlMaxAgeSec).toBeGreaterThan(31_536_000);
  });

  it('tells browsers not to guess, not to frame, and to keep addresses, devices and windows to us', () => {
    const { CustomHeadersConfig: custom, SecurityHeadersConfig: known } = edge.only(
      'AWS::CloudFront::ResponseHeadersPolicy',
    ).ResponseHeadersPolicyConfig;
    expect(known).toMatchObject({
      ContentTypeOptions: { Override: true },
      FrameOptions: { FrameOption: 'DENY', Override: true },
      ReferrerPolicy: { ReferrerPolicy: 'strict-origin-when-cross-origin', Override: true },
    });
    const values = Object.fromEntries(
      custom.Items.map(({ Header, Value }: { Header: string; Value: string }) => [Header, Value]),
    );
    expect(values).toEqual({
      'permissions-policy': expect.stringMatching(/^camera=\(\), .*microphone=\(\)/),
      'cross-origin-resource-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin-allow-popups',
    });
  });
});
