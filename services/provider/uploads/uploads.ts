import type { S3Client } from '@aws-sdk/client-s3';
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';

/** A form that a browser may post one file with. */
export interface UploadForm {
  url: string;
  fields: Record<string, string>;
}

export interface Uploads {
  /** The store refuses any other key, type or a larger file. */
  presign(file: { key: string; contentType: string; sizeBytes: number }): Promise<UploadForm>;
}

const VALID_SECONDS = 600;

/** Uploads straight into a bucket. */
export function s3Uploads(bucket: string, client: S3Client): Uploads {
  return {
    presign: ({ key, contentType, sizeBytes }) =>
      createPresignedPost(client, {
        Bucket: bucket,
        Key: key,
        Fields: { 'Content-Type': contentType },
        Conditions: [
          ['eq', '$Content-Type', contentType],
          ['content-length-range', 1, sizeBytes],
        ],
        Expires: VALID_SECONDS,
      }),
  };
}
