import type { CfnWebACL } from 'aws-cdk-lib/aws-wafv2';

interface ManagedGroup {
  name: string;
  /** Rules that only count. */
  countOnly?: readonly string[];
  /** The whole group only counts. */
  counts?: boolean;
  /** What AWS asks for to run the group. */
  configuration?: object;
}

const MANAGED_GROUPS: readonly ManagedGroup[] = [
  // Stripe's webhooks and long descriptions are over its 8 kB; API Gateway limits the body instead.
  { name: 'AWSManagedRulesCommonRuleSet', countOnly: ['SizeRestrictions_BODY'] },
  { name: 'AWSManagedRulesSQLiRuleSet' },
  { name: 'AWSManagedRulesKnownBadInputsRuleSet' },
];

/** Bots, told apart by how they ask; whoever only counts them sees first whom blocking would hit. */
export const botControl = (action: 'count' | 'block'): ManagedGroup => ({
  name: 'AWSManagedRulesBotControlRuleSet',
  counts: action === 'count',
  configuration: { awsManagedRulesBotControlRuleSet: { inspectionLevel: 'COMMON' } },
});

/** What CloudWatch is told of a rule. */
export const visibility = (metricName: string) => ({
  metricName,
  cloudWatchMetricsEnabled: true,
  sampledRequestsEnabled: true,
});

/** AWS's rules against scripting, SQL injection and known exploits, after the rules of our own. */
export function managedRules(
  firstPriority: number,
  more: readonly ManagedGroup[] = [],
): CfnWebACL.RuleProperty[] {
  return [...MANAGED_GROUPS, ...more].map((group, index) => ({
    name: group.name,
    priority: firstPriority + index,
    overrideAction: group.counts ? { count: {} } : { none: {} },
    visibilityConfig: visibility(group.name),
    statement: {
      managedRuleGroupStatement: {
        vendorName: 'AWS',
        name: group.name,
        ruleActionOverrides: (group.countOnly ?? []).map((name) => ({
          name,
          actionToUse: { count: {} },
        })),
        ...(group.configuration && { managedRuleGroupConfigs: [group.configuration] }),
      },
    },
  }));
}
