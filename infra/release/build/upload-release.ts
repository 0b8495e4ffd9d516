import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { GetObjectCommand, NoSuchKey, PutObjectCommand } from '@aws-sdk/client-s3';
import { parseManifest, type ReleaseManifest } from '@marketplace/kit/federation/manifest';
import { browserPrefix, manifestKey, serverPrefix } from '@marketplace/kit/federation/names';
import { opened, sealed, Untrusted } from '@marketplace/kit/federation/trust/envelope';
import { publicKeyText, trustedKeys } from '@marketplace/kit/federation/trust/keys';
import type { SliceName } from '@marketplace/kit/slice';
import { signingKey } from '../signing';
import type { ReleaseClients, ReleaseTarget } from '../target';

const PARALLEL_UPLOADS = 8;
const FOREVER = 'public, max-age=31536000, immutable';
const CONTENT_TYPES: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
};

/**
 * Uploads a built release and, last, its manifest signed: a release whose manifest exists is
 * complete. A release that is there already is not written again.
 */
export async function uploadRelease(
  directory: string,
  target: ReleaseTarget,
  clients: ReleaseClients,
): Promise<ReleaseManifest> {
  const text = await readFile(path.join(directory, 'manifest.json'), 'utf8');
  const manifest = parseManifest(text);
  const key = await signingKey(target, clients);
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
  const put = (name: string, body: Uint8Array | string, condition: { IfNoneMatch?: string } = {}) =>
    clients.s3.send(
      new PutObjectCommand({
        Bucket: target.slicesBucket,
        Key: name,
        Body: body,
        CacheControl: FOREVER,
        ContentType: CONTENT_TYPES[path.extname(name)] ?? 'application/octet-stream',
        ...condition,
      }),
    );
  await inParallel(uploads, async ({ file, key: name }) => put(name, await readFile(file)));
  await put(manifestKey(slice, release), sealed(text, key), { IfNoneMatch: '*' });
  return manifest;
}

/**
 * The manifest of a release in the bucket: `absent` when it is not there, `foreign` when the stage's
 * present key did not sign it.
 */
export async function uploadedManifest(
  slice: SliceName,
  release: string,
  target: ReleaseTarget,
  clients: ReleaseClients,
): Promise<ReleaseManifest | 'absent' | 'foreign'> {
  const keys = trustedKeys(publicKeyText(await signingKey(target, clients)));
  const Key = manifestKey(slice, release);
  try {
    const { Body } = await clients.s3.send(
      new GetObjectCommand({ Bucket: target.slicesBucket, Key }),
    );
    return parseManifest(opened((await Body?.transformToString()) ?? '', keys));
  } catch (error) {
    if (error instanceof NoSuchKey) return 'absent';
    if (error instanceof Untrusted) return 'foreign';
    throw error;
  }
}

async function inParallel<Item>(items: Item[], work: (item: Item) => Promise<unknown>) {
  const queue = [...items];
  const worker = async () => {
    for (let item = queue.pop(); item !== undefined; item = queue.pop()) await work(item);
  };
  await Promise.all(Array.from({ length: PARALLEL_UPLOADS }, worker));
}
