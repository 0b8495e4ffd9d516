import { GetObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { sha384 } from '@marketplace/kit/federation/integrity';
import type { ReleaseManifest } from '@marketplace/kit/federation/manifest';
import { browserPrefix, manifestKey, serverPrefix } from '@marketplace/kit/federation/names';
import { sealed } from '@marketplace/kit/federation/trust/envelope';
import { publicKeyText, signingKeyOf } from '@marketplace/kit/federation/trust/keys';
import type { SliceName } from '@marketplace/kit/slice';

/** The bench signs with a key of its own; the shells that it starts trust nothing else. */
const KEY = signingKeyOf('a key that exists only while this bench runs');
export const PUBLIC_KEY = publicKeyText(KEY);

/** A release as the shell's server reads it: keys below the bucket, and their bytes. */
export type ServerFiles = Map<string, Buffer>;

/** A release to make others of. */
export interface Original {
  manifest: ReleaseManifest;
  /** Server files by their path in the release. */
  server: Map<string, Buffer>;
}

interface Difference {
  release: string;
  /** Text to replace in the code, so that builds differ in what they show. */
  replace?: [from: string, to: string];
}

/**
 * Another release made of one: every file says its own name in a comment and carries the new
 * container's name, one text differs, all hashes are new and the manifest is signed again. It is no
 * second run of the compiler, but no two of them share a byte range that a runtime could mix up.
 */
export function cloneOf({ manifest, server }: Original, difference: Difference): ServerFiles {
  const { release, replace = ['', ''] } = difference;
  const { slice } = manifest;
  const container = `${slice}__${release}`.replace(/[^a-zA-Z0-9]/g, '_');
  const files: ServerFiles = new Map();
  const integrity: Record<string, string> = {};
  for (const [path, content] of server) {
    const text = content
      .toString()
      .replaceAll(manifest.container, container)
      .replaceAll(`/${slice}/${manifest.release}/`, `/${slice}/${release}/`)
      .replaceAll(replace[0] || '\0', replace[1]);
    const bytes = Buffer.from(path.endsWith('.js') ? `/* ${release} */${text}` : text);
    integrity[path] = sha384(bytes);
    files.set(serverPrefix(slice, release) + path, bytes);
  }
  const next = { ...manifest, release, container, server: { ...manifest.server, integrity } };
  files.set(manifestKey(slice, release), Buffer.from(sealed(JSON.stringify(next), KEY)));
  return files;
}

/** The release itself, signed by the bench. */
export function asItIs({ manifest, server }: Original): ServerFiles {
  const { slice, release } = manifest;
  const files: ServerFiles = new Map(
    [...server].map(([path, content]) => [serverPrefix(slice, release) + path, content]),
  );
  const signed = sealed(JSON.stringify(manifest), KEY);
  return files.set(manifestKey(slice, release), Buffer.from(signed));
}

interface Cloud {
  s3: S3Client;
  bucket: string;
}

async function read({ s3, bucket }: Cloud, key: string): Promise<Buffer> {
  const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
  return Buffer.from((await Body?.transformToByteArray()) ?? []);
}

/** A release's browser files by their path below the origin. */
export async function browserFilesOf({ manifest }: Original, cloud: Cloud) {
  const prefix = browserPrefix(manifest.slice, manifest.release);
  const keys = Object.keys(manifest.browser.integrity).map((path) => prefix + path);
  return new Map(
    await Promise.all(keys.map(async (key) => [key, await read(cloud, key)] as const)),
  );
}

/** Reads a release of the running cloud. */
export async function originalOf(
  slice: SliceName,
  release: string,
  cloud: Cloud,
): Promise<Original> {
  const get = (key: string) => read(cloud, key);
  const envelope = JSON.parse((await get(manifestKey(slice, release))).toString());
  const manifest = JSON.parse(
    Buffer.from(envelope.payload, 'base64').toString(),
  ) as ReleaseManifest;
  const paths = Object.keys(manifest.server.integrity);
  const files = paths.map(async (path) => {
    return [path, await get(serverPrefix(slice, release) + path)] as const;
  });
  return { manifest, server: new Map(await Promise.all(files)) };
}
