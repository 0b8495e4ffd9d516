/** When these list prices were written down, by hand, from AWS's price pages. Look them up again before a budget. */
export const PRICES_OF = '2026-11-22';

/** US dollars, eu-west-1 unless said otherwise, without free tiers and discounts. */
export const PRICES = {
  lambdaGbSecondArm: 0.000_013_333_4,
  lambdaRequest: 0.000_000_2,
  edgeGbSecond: 0.000_050_01,
  edgeRequest: 0.000_000_6,
  edgeFunctionRequest: 0.000_000_1,
  apiRequest: 0.000_003_5,
  dynamoReadUnit: 0.000_000_141_5,
  dynamoWriteUnit: 0.000_000_705,
  viewerRequest: 0.000_001_2,
  viewerGb: 0.085,
  firewallRequest: 0.000_000_6,
  firewallMonth: 5,
  firewallRuleMonth: 1,
  hostingGbSecond: 0.2 / 3600,
  hostingRequest: 0.000_000_3,
  logGb: 0.57,
  traceRecorded: 0.000_005,
  mail: 0.000_1,
  /** cache.t4g.small with Valkey; no public source for the region was found to check it against. */
  cacheNodeMonth: 20.6,
  /**
   * The least that a serverless cache of Valkey stores, 100 MB. In us-east-1 that is $6.13 ($0.084 a GB-hour:
   * usage.ai, June 2026); other regions are dearer.
   */
  serverlessCacheMonth: 6.7,
  /** $0.011 an hour and zone, as a bill from eu-west-1 has it; aws.amazon.com/privatelink/pricing for what is counted. */
  networkEndpointMonth: 8.03,
  keyMonth: 1,
  secretMonth: 0.4,
  alarmMonth: 0.1,
  compositeAlarmMonth: 0.5,
  dashboardMonth: 3,
  canaryRun: 0.001_2,
  configRuleMonth: 1,
  threatDetectionRegionMonth: 15,
} as const;
