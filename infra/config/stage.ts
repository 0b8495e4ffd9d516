import { z } from 'zod';

export const STAGE_NAMES = ['local', 'dev', 'staging', 'prod'] as const;

/** Where CloudFront wants what belongs to it. */
export const EDGE_REGION = 'us-east-1';

const regionSchema = z.string().regex(/^[a-z]{2}-[a-z]+-\d$/);
const hostSchema = z.string().regex(/^[a-z0-9.-]+$/, 'a host name without protocol or port');

const operationsSchema = z.strictObject({
  monthlyBudgetUsd: z.int().min(1),
  /** A day's spending above what is usual that is worth a mail. */
  anomalyUsd: z.int().min(1),
  canaryEveryMinutes: z.int().min(1),
  /** Days that daily backups of the table are kept, beside point-in-time recovery. */
  backupRetentionDays: z.int().min(1),
});

/** Either paid by what is asked of it, or nodes by the hour, one of them writing. */
const cacheSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('serverless'),
    maxDataGb: z.int().min(1),
    maxEcpuPerSecond: z.int().min(1_000),
  }),
  z.strictObject({
    kind: z.literal('nodes'),
    nodeType: z.string().startsWith('cache.'),
    /** Beside the one that writes, each in a zone of its own. */
    replicas: z.int().min(1).max(5),
  }),
]);

const replicaSchema = z.strictObject({
  region: regionSchema,
  /** Hosts of the region's APIs, once it is deployed; the distribution fails over to them. */
  originHosts: z.strictObject({ 'api-catalog': hostSchema, 'api-booking': hostSchema }),
});

/** Who reads the catalogue from servers of their own, by a key with limits of its own. */
const partnerSchema = z.strictObject({
  name: z.string().regex(/^[a-z][a-z0-9-]{1,30}$/),
  ratePerSecond: z.int().min(1),
  burst: z.int().min(1),
  requestsPerDay: z.int().min(1),
});

/**
 * Everything that differs between stages. Values that AWS assigns (pool id, API hosts, store ARN) are read from
 * `/marketplace/<stage>/…` once the home region is deployed and written into the stage's file; until then they hold
 * an `unassigned` value that synthesises but that no distribution could use.
 */
export const stageSchema = z.strictObject({
  stage: z.enum(STAGE_NAMES),
  /** One account a stage: names such as the table's are the same in each. */
  account: z.string().regex(/^\d{12}$/),
  homeRegion: regionSchema,
  /** What browsers see, without a trailing slash. */
  publicOrigin: z.url().refine((origin) => !origin.endsWith('/'), 'no trailing slash'),
  /**
   * Own domain for the distribution. A zone in Route 53 gets certificate and addresses from the edge's
   * stack; for DNS elsewhere somebody asks for the certificate, in us-east-1.
   */
  domain: z
    .union([
      z.strictObject({
        name: hostSchema,
        zone: z.strictObject({ id: z.string().min(1), name: hostSchema }),
      }),
      z.strictObject({ name: hostSchema, certificateArn: z.string().startsWith('arn:') }),
    ])
    .optional(),
  identity: z.strictObject({
    userPoolId: z.string().regex(/^[a-z0-9-]+_[A-Za-z0-9]+$/),
    userPoolClientId: z.string().min(1),
    /** Where the pool's keys are fetched from when that is not the issuer itself. */
    jwksUrl: z.url().optional(),
  }),
  originHosts: z.strictObject({
    shell: hostSchema,
    'api-catalog': hostSchema,
    'api-booking': hostSchema,
    'api-provider': hostSchema,
    'api-payments': hostSchema,
  }),
  releasesKvsArn: z.string().startsWith('arn:aws:cloudfront::'),
  /**
   * Public halves of the keys whose releases the shell runs, as `npm run release -- key` prints them;
   * two while one takes over from the other. The laptop's is read from its secret at the start.
   */
  releasePublicKeys: z.array(z.string().regex(/^([\w-]{43}|unassigned)$/)),
  /** Narrows the buckets' policies from "our account's distributions" to this one. */
  distributionId: z.string().optional(),
  mail: z.strictObject({
    domain: hostSchema,
    from: z.email(),
    operations: z.email(),
    /** SES has found the domain's DNS records: the user pool, too, writes from it. Until then Cognito sends at most 50 mails a day. */
    isVerified: z.boolean(),
  }),
  stripe: z.strictObject({
    publishableKey: z.string().startsWith('pk_'),
    /** Set only where Stripe is simulated. */
    apiOrigin: z.url().optional(),
    /** First content of the secret; a deployed stage's real keys are put there by hand and stay. */
    initialSecret: z.strictObject({
      STRIPE_SECRET_KEY: z.string(),
      STRIPE_WEBHOOK_SECRET: z.string(),
      STRIPE_CONNECT_WEBHOOK_SECRET: z.string(),
    }),
  }),
  /** Where browsers post uploads to, when that is not the assets bucket's own address. */
  uploadOrigin: z.url().optional(),
  /** Source of the shell's hosting; without it the branch is deployed by hand. */
  repository: z.strictObject({ url: z.url(), accessTokenSecretId: z.string() }).optional(),
  logRetentionDays: z.union([z.literal(7), z.literal(30), z.literal(90), z.literal(365)]),
  oldVersionRetentionDays: z.int().min(1),
  /** Table, pool, keys and buckets survive the deletion of their stack. */
  protectData: z.boolean(),
  apiThrottle: z.strictObject({ ratePerSecond: z.int(), burst: z.int() }),
  partners: z
    .array(partnerSchema)
    .refine(
      (partners) => new Set(partners.map(({ name }) => name)).size === partners.length,
      'two partners of one name',
    ),
  /** Requests of one address in five minutes before the firewall blocks it. */
  firewallRequestsPer5Min: z.int().min(100),
  /** What happens to bots at the distribution; without it they are not told apart, nor paid for. */
  botControl: z.enum(['count', 'block']).optional(),
  /** Watching, guarding and paying for an account in AWS; the laptop has nothing of it. */
  operations: operationsSchema.optional(),
  /** Answers kept beside the table, in the home region; without it services ask the table. */
  cache: cacheSchema.optional(),
  /** Where pages are rendered: Amplify Hosting, or the standalone server in a function of our own. */
  hosting: z.enum(['amplify', 'lambda']),
  /** Regions beside the home region that hold the table and answer for it. */
  replicas: z.array(replicaSchema),
  /** Regions beside us-east-1 in which Lambda@Edge logs, into groups of the stage; elsewhere it makes groups that last for ever. */
  edgeLogRegions: z
    .array(regionSchema)
    .refine(
      (regions) => !regions.includes(EDGE_REGION),
      `the edge's own stack is in ${EDGE_REGION}`,
    ),
  /** The replica region that a stack of the app is for; never written in a stage's file. */
  servesFrom: regionSchema.optional(),
});

export type StageName = (typeof STAGE_NAMES)[number];
export type StageConfig = z.infer<typeof stageSchema>;
export type Operations = z.infer<typeof operationsSchema>;
export type PartnerConfig = z.infer<typeof partnerSchema>;
export type CacheConfig = z.infer<typeof cacheSchema>;

const UNASSIGNED = 'unassigned';

/** A host that the home region has not assigned yet. */
export const unassignedHost = (name: string): string => `${name}.${UNASSIGNED}.invalid`;

/** A region whose APIs have not been deployed yet. */
export const unassignedReplica = (region: string): StageConfig['replicas'][number] => ({
  region,
  originHosts: {
    'api-catalog': unassignedHost(`api-catalog.${region}`),
    'api-booking': unassignedHost(`api-booking.${region}`),
  },
});

/** The zone of a domain in Route 53 whose id nobody has looked up yet. */
export const unassignedZone = (name: string) => ({ id: UNASSIGNED, name });

/** Values every new stage starts with, until its home region has been deployed once. */
export function unassignedValues(region: string, account: string) {
  return {
    identity: { userPoolId: `${region}_${UNASSIGNED}`, userPoolClientId: UNASSIGNED },
    originHosts: {
      shell: unassignedHost('shell'),
      'api-catalog': unassignedHost('api-catalog'),
      'api-booking': unassignedHost('api-booking'),
      'api-provider': unassignedHost('api-provider'),
      'api-payments': unassignedHost('api-payments'),
    },
    releasesKvsArn: `arn:aws:cloudfront::${account}:key-value-store/${UNASSIGNED}`,
    releasePublicKeys: [UNASSIGNED],
  } satisfies Partial<StageConfig>;
}

/** Names of the settings that still wait for the first deployment of the home region. */
export function unassignedSettings(config: StageConfig): string[] {
  const settings: Record<string, string> = {
    'identity.userPoolId': config.identity.userPoolId,
    'identity.userPoolClientId': config.identity.userPoolClientId,
    ...Object.fromEntries(
      Object.entries(config.originHosts).map(([name, host]) => [`originHosts.${name}`, host]),
    ),
    ...Object.fromEntries(
      config.replicas.flatMap(({ region, originHosts }) =>
        Object.entries(originHosts).map(([name, host]) => [`replicas.${region}.${name}`, host]),
      ),
    ),
    releasesKvsArn: config.releasesKvsArn,
    releasePublicKeys: config.releasePublicKeys.join(),
    'domain.zone.id': config.domain && 'zone' in config.domain ? config.domain.zone.id : '',
  };
  return Object.keys(settings).filter((name) => settings[name]?.includes(UNASSIGNED));
}
