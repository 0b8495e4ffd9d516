import { CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import type { Construct } from 'constructs';

const MANAGED_GROUPS: { name: string; countOnly?: string[] }[] = [
  // Stripe's webhooks and long descriptions are over its 8 kB; API Gateway limits the body instead.
  { name: 'AWSManagedRulesCommonRuleSet', countOnly: ['SizeRestrictions_BODY'] },
  { name: 'AWSManagedRulesSQLiRuleSet' },
  { name: 'AWSManagedRulesKnownBadInputsRuleSet' },
];

/** Tries to sign in, up or to get a code, of one address in five minutes. A person needs a handful. */
const SIGN_INS_PER_5_MIN = 100;

const visibility = (metricName: string) => ({
  metricName,
  cloudWatchMetricsEnabled: true,
  sampledRequestsEnabled: true,
});

/** Managed rules against scripting, SQL injection and known exploits, and limits for each address. */
export class Firewall extends CfnWebACL {
  constructor(scope: Construct, id: string, props: { name: string; requestsPer5Min: number }) {
    super(scope, id, {
      name: props.name,
      scope: 'CLOUDFRONT',
      defaultAction: { allow: {} },
      visibilityConfig: visibility(props.name),
      rules: [
        {
          name: 'RequestsOfOneAddress',
          priority: 0,
          action: { block: {} },
          visibilityConfig: visibility('RequestsOfOneAddress'),
          statement: {
            rateBasedStatement: { limit: props.requestsPer5Min, aggregateKeyType: 'IP' },
          },
        },
        {
          name: 'SignInsOfOneAddress',
          priority: 1,
          action: { block: {} },
          visibilityConfig: visibility('SignInsOfOneAddress'),
          statement: {
            rateBasedStatement: {
              limit: SIGN_INS_PER_5_MIN,
              aggregateKeyType: 'IP',
              scopeDownStatement: {
                byteMatchStatement: {
                  fieldToMatch: { uriPath: {} },
                  positionalConstraint: 'STARTS_WITH',
                  searchString: '/auth/api/',
                  textTransformations: [{ priority: 0, type: 'URL_DECODE' }],
                },
              },
            },
          },
        },
        ...MANAGED_GROUPS.map(({ name, countOnly = [] }, index) => ({
          name,
          priority: index + 2,
          overrideAction: { none: {} },
          visibilityConfig: visibility(name),
          statement: {
            managedRuleGroupStatement: {
              vendorName: 'AWS',
              name,
              ruleActionOverrides: countOnly.map((rule) => ({
                name: rule,
                actionToUse: { count: {} },
              })),
            },
          },
        })),
      ],
    });
  }
}
