import { CloudFrontKeyValueStoreClient } from '@aws-sdk/client-cloudfront-keyvaluestore';
import { S3Client } from '@aws-sdk/client-s3';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
// Registers the SigV4a signer that the KeyValueStore's data API asks for.
import '@aws-sdk/signature-v4a';
import '../local/loopback-hosts';

/** Where a release goes: the slices bucket and the store that says which release is served. */
export interface ReleaseTarget {
  slicesBucket: string;
  releasesKvsArn: string;
  /** Secret that the signing key is made of, in the bucket's region. */
  signingSecretId: string;
  /** Region of the bucket. */
  region: string;
}

/** What a release writes to; endpoints come from `AWS_ENDPOINT_URL_*`, as everywhere. */
export interface ReleaseClients {
  s3: S3Client;
  releases: CloudFrontKeyValueStoreClient;
  secrets: SecretsManagerClient;
}

/** Path-style addresses, so that one endpoint serves every bucket name. */
export function releaseClients({ region }: ReleaseTarget): ReleaseClients {
  return {
    s3: new S3Client({ region, forcePathStyle: true }),
    releases: new CloudFrontKeyValueStoreClient({ region: 'us-east-1' }),
    secrets: new SecretsManagerClient({ region }),
  };
}
