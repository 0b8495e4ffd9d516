import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { PutObjectCommand } from '@aws-sdk/client-s3';
import { type ReleaseManifest, releaseManifest } from '@marketplace/kit/federation/manifest';
import { browserPrefix, manifestKey, serverPrefix } from '@marketplace/kit/federation/names';
import type { ReleaseClients, ReleaseTarget } from '../target';

const PARALLEL_UPLOADS = 8;
const FOREVER = 'public, max-age=31536000, immutable';
const CONTENT_TYPES: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
};

/** Uploads a built release, the manifest last: a release whose manifest exists is complete. */
export async function uploadRelease(
  directory: string,
  target: ReleaseTarget,
  { s3 }: ReleaseClients,
): Promise<ReleaseManifest> {
  const manifestFile = path.join(directory, 'manifest.json');
  const manifest = releaseManifest.parse(JSON.parse(await readFile(manifestFile, 'utf8')));
  const { slice, release, browser, server } = manifest;
  const uploads = [
    ...Object.keys(browser.integrity).map((file) => ({
      file: path.join(directory, 'browser', file),
      key: browserPrefix(slice, release) + file,
    })),
    ...Object.keys(server.integrity).map((file) => ({
      file: path.join(directory, 'server', file),
      key: serverPrefix(slice, release) + file,
    })),
  ];
  const put = async ({ file, key }: { file: string; key: string }) =>
    s3.send(
      new PutObjectCommand({
        Bucket: target.slicesBucket,
        Key: key,
        Body: await readFile(file),
        CacheControl: FOREVER,
        ContentType: CONTENT_TYPES[path.extname(file)] ?? 'application/octet-stream',
      }),
    );
  await inParallel(uploads, put);
  await put({ file: manifestFile, key: manifestKey(slice, release) });
  return manifest;
}

async function inParallel<Item>(items: Item[], work: (item: Item) => Promise<unknown>) {
  const queue = [...items];
  const worker = async () => {
    for (let item = queue.pop(); item !== undefined; item = queue.pop()) await work(item);
  };
  await Promise.all(Array.from({ length: PARALLEL_UPLOADS }, worker));
}
