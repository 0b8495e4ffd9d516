import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { S3Client } from '@aws-sdk/client-s3';
import type { SliceName } from '@marketplace/kit/slice';
import { browserFilesOf, cloneOf, type Original, originalOf } from './clones';
import { SHELL_SERVER, type Shell, startServer } from './shell';
import { Store } from './store';

/** The slices that the marketplace began with; later ones have no page to measure here. */
export const BENCHED = [
  'mf-catalog',
  'mf-booking',
  'mf-provider-portal',
] as const satisfies readonly SliceName[];
export type BenchedSlice = (typeof BENCHED)[number];

/** The built shell, with releases that we spoil and replace at will, on the services of a cloud that runs. */
export interface Stand {
  store: Store;
  originals: Record<BenchedSlice, Original>;
  /** A public or signed-in page of each slice, and what its visitor sends along. */
  pages: Record<BenchedSlice, { path: string; headers: Record<string, string> }>;
  /** Starts the shell, or another server in its place. */
  startShell(server?: string): Promise<Shell>;
  /** Browser files of the slices by their path below the origin. */
  browserFiles(): Promise<Map<string, Buffer>>;
  close(): void;
}

const ORIGIN = process.env.BASE_URL ?? 'http://localhost:8080';
const ROOT = path.resolve(import.meta.dirname, '../../..');
const STATE = process.env.CLOUD_STATE ?? path.join(ROOT, '.local/state');

export async function aStand(): Promise<Stand> {
  const environment = JSON.parse(await readFile(`${STATE}/environment.json`, 'utf8'));
  const cloud = {
    bucket: environment.SLICES_BUCKET_NAME,
    s3: new S3Client({
      endpoint: environment.AWS_ENDPOINT_URL_S3,
      region: environment.AWS_REGION,
      forcePathStyle: true,
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    }),
  };
  const store = new Store();
  const entries = BENCHED.map(async (slice) => {
    const original = await originalOf(slice, await liveRelease(slice, environment), cloud);
    store.add(slice, 'first', cloneOf(original, { release: 'first' }));
    return [slice, original] as const;
  });
  const originals = Object.fromEntries(await Promise.all(entries)) as Stand['originals'];
  const { url, close } = await store.listen();
  return {
    store,
    originals,
    pages: await pagesOfSlices(),
    startShell: (server = SHELL_SERVER) => startServer(server, environment, url),
    browserFiles: async () => {
      const all = Object.values(originals).map((original) => browserFilesOf(original, cloud));
      return new Map((await Promise.all(all)).flatMap((files) => [...files]));
    },
    close,
  };
}

async function liveRelease(slice: string, environment: Record<string, string>): Promise<string> {
  const store = environment.AWS_ENDPOINT_URL_CLOUDFRONT_KEYVALUESTORE;
  const arn = encodeURIComponent(environment.RELEASES_KVS_ARN ?? '');
  const key = encodeURIComponent(`slice/${slice}`);
  const answer = await fetch(`${store}/key-value-stores/${arn}/keys/${key}`);
  return JSON.parse(((await answer.json()) as { Value: string }).Value).live;
}

async function pagesOfSlices(): Promise<Stand['pages']> {
  const list = await fetch(`${ORIGIN}/api/catalog/services?market=de&limit=1`);
  const { items } = (await list.json()) as { items: { id: string }[] };
  const signIn = await fetch(`${ORIGIN}/auth/api/sign-in`, {
    method: 'POST',
    body: new URLSearchParams({ email: 'provider@demo.test', password: 'Demo-Pass-1!' }),
    headers: { origin: ORIGIN },
    redirect: 'manual',
  });
  const cookie = signIn.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  return {
    'mf-catalog': { path: '/', headers: {} },
    'mf-booking': { path: `/book/${items[0]?.id}`, headers: {} },
    'mf-provider-portal': { path: '/portal', headers: { cookie } },
  };
}
