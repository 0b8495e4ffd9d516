import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { GetObjectCommand } from '@aws-sdk/client-s3';
import { serviceDocument } from '@marketplace/kit/federation/manifest';
import { serverPrefix } from '@marketplace/kit/federation/names';
import { SLICE_NAMES, type SliceName } from '@marketplace/kit/slice';
import { readRecord } from '../activation/records';
import { writeServiceDocuments } from '../build/service-documents';
import { uploadedManifest } from '../build/upload-release';
import type { ReleaseClients, ReleaseTarget } from '../target';
import { type OpenApiDocument, openApiBreaks } from './openapi-breaks';

/**
 * Holds the service in the working tree against every frontend that visitors have now, live and
 * canary. Gives the releases it supports; throws when one of them would break.
 */
export async function supportedReleases(
  service: string,
  root: string,
  target: ReleaseTarget,
  clients: ReleaseClients,
): Promise<string[]> {
  const next = await documentOfSources(service, root);
  const served = await servedReleases(target, clients);
  const supported: string[] = [];
  for (const { slice, release } of served) {
    const known = await documentOfRelease(service, slice, release, target, clients);
    if (!known) continue;
    const breaks = openApiBreaks(known, next);
    if (breaks.length > 0) {
      throw new Error(
        [
          `The ${service} service would break ${slice} ${release}, which visitors have:`,
          ...breaks.map((sentence) => `  - ${sentence}`),
        ].join('\n'),
      );
    }
    supported.push(`${slice} ${release}`);
  }
  return supported;
}

async function servedReleases(target: ReleaseTarget, clients: ReleaseClients) {
  const records = await Promise.all(
    SLICE_NAMES.map(async (slice) => ({ slice, record: await readRecord(slice, target, clients) })),
  );
  return records.flatMap(({ slice, record }) =>
    [record?.live, record?.canary].flatMap((release) => (release ? [{ slice, release }] : [])),
  );
}

async function documentOfRelease(
  service: string,
  slice: SliceName,
  release: string,
  { slicesBucket, ...target }: ReleaseTarget,
  clients: ReleaseClients,
): Promise<OpenApiDocument | undefined> {
  const manifest = await uploadedManifest(slice, release, { slicesBucket, ...target }, clients);
  if (typeof manifest === 'string') {
    throw new Error(`${slice} ${release} is served and its manifest is ${manifest}.`);
  }
  if (!manifest.services.includes(service)) return undefined;
  const Key = serverPrefix(slice, release) + serviceDocument(service);
  const { Body } = await clients.s3.send(new GetObjectCommand({ Bucket: slicesBucket, Key }));
  return JSON.parse((await Body?.transformToString()) ?? '') as OpenApiDocument;
}

async function documentOfSources(service: string, root: string): Promise<OpenApiDocument> {
  const directory = await mkdtemp(path.join(tmpdir(), 'openapi-'));
  await writeServiceDocuments(root, directory);
  const text = await readFile(path.join(directory, `${service}.json`), 'utf8');
  await rm(directory, { recursive: true });
  return JSON.parse(text) as OpenApiDocument;
}
