import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { LOCAL_DEFAULT_PORT, type StageName, stageConfig } from '../config';
import { namesOf } from '../lib/names';
import type { ServiceTarget } from './service/release-service';
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
  if (stage === 'local') useLocalEndpoints(localPort());
  const { slicesBucket, releaseSigningSecret } = namesOf(config);
  return {
    slicesBucket,
    releasesKvsArn: await edgeParameter(stage, 'releases-kvs-arn'),
    signingSecretId: releaseSigningSecret,
    region: config.homeRegion,
  };
}

/** Where visitors of a stage are. */
export function publicOrigin(stage: StageName): string {
  return stage === 'local' ? `http://localhost:${localPort()}` : stageConfig(stage).publicOrigin;
}

const localPort = () => Number(process.env.PORT ?? LOCAL_DEFAULT_PORT);

/** Where services' versions go. */
export async function serviceTarget(stage: StageName): Promise<ServiceTarget> {
  const target = await stageTarget(stage);
  return {
    ...target,
    functionOf: namesOf(stageConfig(stage)).function,
    distributionId: await edgeParameter(stage, 'distribution-id'),
  };
}

async function edgeParameter(stage: StageName, name: string): Promise<string> {
  const Name = `/marketplace/${stage}/edge/${name}`;
  const { Parameter } = await new SSMClient({ region: EDGE_REGION }).send(
    new GetParameterCommand({ Name }),
  );
  if (!Parameter?.Value) throw new Error(`Stage ${stage} has no ${name}: deploy it first.`);
  return Parameter.Value;
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
