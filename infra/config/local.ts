import type { StageConfig } from './stage';

export const LOCAL_DEFAULT_PORT = 8080;

/** Ports of the local cloud's parts, counted from the public port. */
export const LOCAL_PORT_OFFSETS = { cognito: 11, s3: 12, stripe: 14 } as const;

export const LOCAL_USER_POOL_ID = 'eu-west-1_LocalPool1';
export const LOCAL_USER_POOL_CLIENT_ID = 'localclient00000000000001';

export const LOCAL_DISTRIBUTION_ID = 'ELOCAL00000001';

export const LOCAL_RELEASES_KVS_ID = '00000000-0000-4000-8000-000000000001';

/** The laptop's stage; everything listens on `localhost`, on ports counted from `port`. */
export function localStage(port: number = LOCAL_DEFAULT_PORT): StageConfig {
  const account = '111111111111';
  const at = (offset: number) => `http://localhost:${port + offset}`;
  return {
    stage: 'local',
    account,
    homeRegion: 'eu-west-1',
    publicOrigin: at(0),
    identity: {
      userPoolId: LOCAL_USER_POOL_ID,
      userPoolClientId: LOCAL_USER_POOL_CLIENT_ID,
      jwksUrl: `${at(LOCAL_PORT_OFFSETS.cognito)}/${LOCAL_USER_POOL_ID}/.well-known/jwks.json`,
    },
    originHosts: {
      shell: 'shell.marketplace.internal',
      'api-catalog': 'api-catalog.marketplace.internal',
      'api-booking': 'api-booking.marketplace.internal',
      'api-provider': 'api-provider.marketplace.internal',
      'api-payments': 'api-payments.marketplace.internal',
    },
    releasesKvsArn: `arn:aws:cloudfront::${account}:key-value-store/${LOCAL_RELEASES_KVS_ID}`,
    distributionId: LOCAL_DISTRIBUTION_ID,
    releasePublicKeys: [],
    mail: {
      domain: 'marketplace.test',
      from: 'bookings@marketplace.test',
      operations: 'operations@marketplace.test',
      isVerified: false,
    },
    stripe: {
      publishableKey: 'pk_test_local',
      apiOrigin: at(LOCAL_PORT_OFFSETS.stripe),
      initialSecret: {
        STRIPE_SECRET_KEY: 'sk_test_local',
        STRIPE_WEBHOOK_SECRET: 'whsec_local_platform',
        STRIPE_CONNECT_WEBHOOK_SECRET: 'whsec_local_connect',
      },
    },
    uploadOrigin: at(LOCAL_PORT_OFFSETS.s3),
    logRetentionDays: 7,
    oldVersionRetentionDays: 1,
    protectData: false,
    apiThrottle: { ratePerSecond: 500, burst: 1000 },
    partners: [{ name: 'demo', ratePerSecond: 5, burst: 10, requestsPerDay: 10_000 }],
    firewallRequestsPer5Min: 20_000,
    cache: { kind: 'serverless', maxDataGb: 1, maxEcpuPerSecond: 1_000 },
    hosting: 'amplify',
    replicas: [],
    edgeLogRegions: [],
  };
}
