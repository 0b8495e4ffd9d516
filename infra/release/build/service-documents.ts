import { mkdir, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { serviceDocument } from '@marketplace/kit/federation/manifest';
import type { SliceName } from '@marketplace/kit/slice';
import { runTool } from '../run-tool';
import { shippedSources } from './shipped-sources';

/** `shared/contract` is what all contracts are made with, no service of its own. */
const IMPORT = /@marketplace\/services\/(?!shared\/)([a-z]+)\/contract/g;

/** Services whose contract a slice's code is written against. */
export async function servicesOf(root: string, slice: SliceName): Promise<string[]> {
  const found = new Set<string>();
  for (const text of await shippedSources(path.join(root, slice))) {
    for (const [, service = ''] of text.matchAll(IMPORT)) found.add(service);
  }
  return [...found].sort();
}

/**
 * Puts what the slice knows of its services beside its server code, as OpenAPI documents: a later
 * version of a service is compared with them before it is released.
 */
export async function serviceDocuments(root: string, slice: SliceName, serverDirectory: string) {
  const services = await servicesOf(root, slice);
  const directory = path.join(serverDirectory, 'openapi');
  await mkdir(directory, { recursive: true });
  await writeServiceDocuments(root, directory);
  const wanted = services.map((service) => path.basename(serviceDocument(service)));
  for (const file of await readdir(directory)) {
    if (!wanted.includes(file)) await rm(path.join(directory, file));
  }
  return services;
}

/** Writes every service's document, made from the contracts in the working tree. */
export async function writeServiceDocuments(root: string, directory: string): Promise<void> {
  const script = `import('./services/build/documents.ts').then((m) => m.writeDocuments(${JSON.stringify(directory)}))`;
  await runTool(root, ['tsx', '-e', script]);
}
