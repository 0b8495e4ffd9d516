import {
  GetObjectCommand,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import type { ObjectStore } from './object-store';

/** Text objects of one bucket. */
export function s3Objects(bucket: string, client: S3Client): ObjectStore {
  return {
    async read(key, knownEtag) {
      try {
        const found = await client.send(
          new GetObjectCommand({
            Bucket: bucket,
            Key: key,
            ...(knownEtag !== undefined && { IfNoneMatch: knownEtag }),
          }),
        );
        return { body: (await found.Body?.transformToString()) ?? '', etag: found.ETag ?? '' };
      } catch (error) {
        const status = statusOf(error);
        if (status === 304) return 'not-modified';
        if (status === 404) return 'missing';
        throw error;
      }
    },
    async write(key, body, expected) {
      try {
        const written = await client.send(
          new PutObjectCommand({
            Bucket: bucket,
            Key: key,
            Body: body,
            ContentType: 'application/json',
            ...('ifMatch' in expected
              ? { IfMatch: expected.ifMatch }
              : { IfNoneMatch: expected.ifNoneMatch }),
          }),
        );
        return { etag: written.ETag ?? '' };
      } catch (error) {
        // 409: another conditional write is under way. 404: the version named was deleted.
        if ([404, 409, 412].includes(statusOf(error))) return 'conflict';
        throw error;
      }
    },
  };
}

/**
 * A client for the endpoint the environment names, in the function's own region or another; local
 * endpoints have no bucket host names.
 */
export function s3Client(
  { AWS_ENDPOINT_URL_S3 }: { AWS_ENDPOINT_URL_S3?: string | undefined },
  region?: string,
): S3Client {
  const forcePathStyle = AWS_ENDPOINT_URL_S3 !== undefined;
  return new S3Client({ forcePathStyle, ...(region !== undefined && { region }) });
}

function statusOf(error: unknown): number {
  return error instanceof S3ServiceException ? (error.$metadata.httpStatusCode ?? 0) : 0;
}
