import { serve } from '../../http';
import type { Log, Part } from '../../part';
import { Buckets } from './buckets';
import { MultipartUploads } from './operations/multipart';
import { listener } from './server';
import type { Credentials } from './wire/signature';

export interface S3Options {
  /** 0 picks a free one. */
  port: number;
  /** Folder that keeps the buckets over restarts. */
  dir: string;
  buckets: readonly { name: string }[];
  /** Whose presigned URLs and forms are believed, secrets by access key id. */
  credentials?: Credentials;
  log: Log;
}

const LOCAL_CREDENTIALS: Credentials = { local: 'local' };

/** Starts S3: path style, objects on disk, nothing public. */
export async function startS3(options: S3Options): Promise<Part> {
  const { port, dir, log, credentials = LOCAL_CREDENTIALS } = options;
  const buckets = new Buckets(
    dir,
    options.buckets.map(({ name }) => name),
  );
  const state = { buckets, credentials, uploads: new MultipartUploads() };
  const { url, close } = await serve(port, listener(state, log));
  return {
    name: 's3',
    url,
    health: async () => {
      const names = buckets.names();
      return { ready: true, detail: `${names.length} buckets: ${names.join(', ')}` };
    },
    stop: close,
  };
}
