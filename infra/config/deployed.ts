import { type StageConfig, unassignedValues, unassignedZone } from './stage';

const ACCOUNT = '111111111111';
const HOME_REGION = 'eu-west-1';
const DOMAIN = 'marketplace.example';

/** Regions in which CloudFront runs Lambda@Edge, as far as is known: AWS publishes no list. */
const REGIONAL_EDGE_CACHES = [
  ...['us-east-2', 'us-west-1', 'us-west-2', 'sa-east-1'],
  ...['eu-central-1', 'eu-west-1', 'eu-west-2'],
  ...['ap-northeast-1', 'ap-northeast-2', 'ap-south-1', 'ap-southeast-1', 'ap-southeast-2'],
];

const EMPTY_STRIPE_SECRET = {
  STRIPE_SECRET_KEY: 'set-after-deployment',
  STRIPE_WEBHOOK_SECRET: 'set-after-deployment',
  STRIPE_CONNECT_WEBHOOK_SECRET: 'set-after-deployment',
};

/** What the stages in AWS have in common. The account is a dummy so that synthesis needs no credentials. */
export function deployedStage(stage: 'dev' | 'staging' | 'prod') {
  const host = stage === 'prod' ? `www.${DOMAIN}` : `${stage}.${DOMAIN}`;
  return {
    stage,
    account: ACCOUNT,
    homeRegion: HOME_REGION,
    publicOrigin: `https://${host}`,
    domain: { name: host, zone: unassignedZone(DOMAIN) },
    ...unassignedValues(HOME_REGION, ACCOUNT),
    mail: {
      domain: host,
      from: `bookings@${host}`,
      operations: `operations@${DOMAIN}`,
      isVerified: false,
    },
    stripe: { publishableKey: 'pk_unassigned', initialSecret: EMPTY_STRIPE_SECRET },
    logRetentionDays: 30,
    oldVersionRetentionDays: 30,
    protectData: true,
    apiThrottle: { ratePerSecond: 200, burst: 400 },
    partners: [],
    firewallRequestsPer5Min: 6_000,
    operations: {
      monthlyBudgetUsd: 400,
      anomalyUsd: 25,
      canaryEveryMinutes: 60,
      backupRetentionDays: 35,
    },
    hosting: 'amplify',
    replicas: [],
    edgeLogRegions: REGIONAL_EDGE_CACHES,
  } satisfies StageConfig;
}
