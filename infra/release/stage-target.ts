import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { LOCAL_DEFAULT_PORT, type StageName, stageConfig } from '../config';
import { namesOf } from '../lib/names';
import type { ReleaseTarget } from './target';

const EDGE_REGION = 'us-east-1';

/** Ports of the local cloud's parts that a release talks to, counted from the public port. */
const LOCAL_ENDPOINTS = {
  S3: 12,
  SECRETS_MANAGER: 15,
  SSM: 15,
  CLOUDFRONT: 16,
  CLOUDFRONT_KEYVALUESTORE: 16,
  CLOUDWATCH: 21,
};

/** Where a stage's releases go: the bucket by its fixed name, the store as the edge stack published it. */
export async function stageTarget(stage: StageName): Promise<ReleaseTarget> {
  const config = stageConfig(stage);
  if (stage === 'local') useLocalEndpoints(Number(process.env.PORT ?? LOCAL_DEFAULT_PORT));
  const { Parameter } = await new SSMClient({ region: EDGE_REGION }).send(
    new GetParameterCommand({ Name: `/marketplace/${stage}/edge/releases-kvs-arn` }),
  );
  if (!Parameter?.Value) throw new Error(`Stage ${stage} has no release store: deploy it first.`);
  const { slicesBucket, releaseSigningSecret } = namesOf(config);
  return {
    slicesBucket,
    releasesKvsArn: Parameter.Value,
    signingSecretId: releaseSigningSecret,
    region: config.homeRegion,
  };
}

/** What is set already wins, so that another place can be named by hand. */
function useLocalEndpoints(port: number): void {
  const settings: Record<string, string> = {
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
  };
  for (const [service, offset] of Object.entries(LOCAL_ENDPOINTS)) {
    const host = service === 'S3' ? '127.0.0.1' : 'localhost';
    settings[`AWS_ENDPOINT_URL_${service}`] = `http://${host}:${port + offset}`;
  }
  for (const [name, value] of Object.entries(settings)) process.env[name] ??= value;
}
