import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { hashOf } from './hash.mjs';
import { bin, LOCAL_DIR, ROOT } from './paths.mjs';
import { must } from './run.mjs';
import { step } from './steps.mjs';

export const DEFAULT_PORT = 8080;

/** What `cdk synth` writes for the public port; the templates carry the origin. */
export const assemblyDirOf = (port) =>
  port === DEFAULT_PORT ? join(ROOT, 'infra/cdk.out') : join(LOCAL_DIR, `cdk.out.${port}`);

const npmBuild = (folder) => () => must('npm', ['run', 'build'], { cwd: join(ROOT, folder) });

function synthesise(port) {
  const out = assemblyDirOf(port);
  const args = ['synth', '--quiet', '-c', `port=${port}`, '-o', out];
  return {
    name: `synth-${port}`,
    label: 'Cloud templates',
    sources: [
      'infra/bin',
      'infra/config',
      'infra/lib',
      'infra/release/watch',
      'infra/cdk.json',
      'infra/cdk.context.json',
    ],
    output: join(out, 'manifest.json'),
    build: () => must(bin('cdk'), args, { cwd: join(ROOT, 'infra') }),
  };
}

const SERVICES = {
  name: 'services',
  label: 'Service functions',
  sources: ['services', 'package-lock.json'],
  output: join(ROOT, 'services/dist'),
  build: npmBuild('services'),
};

const EDGE = {
  name: 'edge',
  label: 'Edge functions',
  // The fragment's component is the catalog slice's, and names the release that has its sources.
  sources: [
    ...['edge', 'mf-catalog', 'shell/kit'],
    ...['services/domain', 'services/shared/contract', 'services/catalog/contract.ts'],
    ...['infra/config', 'infra/release/build', 'package-lock.json'],
  ],
  output: join(ROOT, 'edge/dist/local/near-you'),
  build: npmBuild('edge'),
};

const RELEASE_GUARD = {
  name: 'release-guard',
  label: 'Guard of releases',
  sources: ['infra/release', 'services/domain', 'package-lock.json'],
  output: join(ROOT, 'infra/dist/release-guard'),
  build: npmBuild('infra'),
};

const SHELL = {
  name: 'shell',
  label: 'Shell',
  sources: ['shell', 'services/domain', 'services/shared/contract', 'package-lock.json'],
  output: join(ROOT, 'shell/.next/standalone'),
  build: npmBuild('shell'),
};

/** Builds a part unless its sources are those of the last build. Returns the hash of the sources. */
async function buildPart(part, facts = []) {
  const hash = await hashOf(part.sources, facts);
  const record = join(LOCAL_DIR, 'build', `${part.name}.json`);
  await step(part.label, async () => {
    const last = await readFile(record, 'utf8').catch(() => '{}');
    if (JSON.parse(last).hash === hash && existsSync(part.output)) return 'up to date';
    await part.build();
    await mkdir(join(LOCAL_DIR, 'build'), { recursive: true });
    await writeFile(record, JSON.stringify({ hash }));
    return undefined;
  });
  return hash;
}

/** Functions and the templates that carry them, for each public port. */
async function buildCloud(ports) {
  const functions = [];
  for (const part of [SERVICES, EDGE, RELEASE_GUARD]) functions.push(await buildPart(part));
  for (const port of ports) await buildPart(synthesise(port), functions);
}

/** Everything that runs except the slices, which are released into the running cloud. */
export async function buildAll(...ports) {
  await Promise.all([buildCloud(ports), buildPart(SHELL)]);
}
