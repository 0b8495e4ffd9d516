import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sha384 } from '@marketplace/kit/federation/integrity';
import { serviceDocument } from '@marketplace/kit/federation/manifest';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { activated } from '../activation/activation';
import { changeRecord } from '../activation/records';
import { uploadRelease } from '../build/upload-release';
import { releaseClients } from '../target';
import { aBuild } from '../testing/a-build';
import { aReleaseCloud, type ReleaseCloud, TARGET } from '../testing/release-cloud';
import type { OpenApiDocument } from './openapi-breaks';
import { supportedReleases } from './supported-releases';

/** The catalog service as the working tree has it. */
const PRESENT: OpenApiDocument = { paths: { '/services': { get: {} }, '/home': { get: {} } } };

vi.mock('../build/service-documents', () => ({
  writeServiceDocuments: (_root: string, target: string) =>
    writeFile(path.join(target, 'catalog.json'), JSON.stringify(PRESENT)),
}));

const SLICE = 'mf-catalog';
let cloud: ReleaseCloud;
let directory: string;

/** Uploads a frontend that knows the catalog service by this document, and serves it. */
async function serve(release: string, document: OpenApiDocument, canaryShare?: number) {
  const build = await aBuild({ root: directory, slice: SLICE, release });
  const file = serviceDocument('catalog');
  const text = JSON.stringify(document);
  await mkdir(path.join(build, 'server', path.dirname(file)), { recursive: true });
  await writeFile(path.join(build, 'server', file), text);
  const manifest = JSON.parse(await readFile(path.join(build, 'manifest.json'), 'utf8'));
  manifest.services = ['catalog'];
  manifest.server.integrity[file] = sha384(new TextEncoder().encode(text));
  await writeFile(path.join(build, 'manifest.json'), JSON.stringify(manifest));
  const clients = releaseClients(TARGET);
  await uploadRelease(build, TARGET, clients);
  await changeRecord(SLICE, (now) => activated(now, release, canaryShare), TARGET, clients);
}

const supported = () => supportedReleases('catalog', directory, TARGET, releaseClients(TARGET));

beforeAll(async () => {
  cloud = await aReleaseCloud();
  for (const [name, value] of Object.entries(cloud.env)) vi.stubEnv(name, value);
  directory = await mkdtemp(path.join(tmpdir(), 'supported-releases-'));
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await cloud.stop();
  await rm(directory, { recursive: true });
});

it('a service is held against the live frontend and the canary, and may break neither', async () => {
  await serve('live', PRESENT);
  await serve('canary', PRESENT, 10);
  expect(await supported()).toEqual([`${SLICE} live`, `${SLICE} canary`]);

  const paths = { ...PRESENT.paths, '/only-the-canary-asks': { get: {} } };
  await serve('ahead', { paths }, 10);
  await expect(supported()).rejects.toThrow(
    `The catalog service would break ${SLICE} ahead, which visitors have:\n  - GET /only-the-canary-asks is gone`,
  );
});
