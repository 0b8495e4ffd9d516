import { HeadObjectCommand, NotFound, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import type { FileTarget } from './files';

/** A bucket that files move to. */
export function s3Target(client: S3Client, Bucket: string): FileTarget {
  return {
    async put({ key: Key, body: Body, contentType: ContentType, crc32: ChecksumCRC32 }) {
      await client.send(new PutObjectCommand({ Bucket, Key, Body, ContentType, ChecksumCRC32 }));
    },
    async checksum(Key) {
      try {
        const head = await client.send(
          new HeadObjectCommand({ Bucket, Key, ChecksumMode: 'ENABLED' }),
        );
        return head.ChecksumCRC32;
      } catch (error) {
        if (error instanceof NotFound) return undefined;
        throw error;
      }
    },
  };
}
