import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { RawTemplate, Stack } from './stack';

interface Artifact {
  type: string;
  environment?: string;
  properties?: { templateFile?: string; stackName?: string; file?: string };
}

interface AssetManifest {
  files?: Record<
    string,
    { source: { path?: string }; destinations: Record<string, { objectKey: string }> }
  >;
}

export interface Manifest {
  stacks: Stack[];
  /** Object key in the assets bucket → absolute path of what would be uploaded. */
  assetPaths: Map<string, string>;
}

const FALLBACK_REGION = 'eu-west-1';
const FALLBACK_ACCOUNT = '111111111111';

/** Reads `manifest.json` of an assembly with its templates and asset manifests. */
export function readManifest(dir: string): Manifest {
  const file = path.join(dir, 'manifest.json');
  if (!existsSync(file)) {
    throw new Error(`No cloud assembly in ${dir}: run \`npm run synth\` first.`);
  }
  const artifacts = Object.entries(
    readJson<{ artifacts: Record<string, Artifact> }>(file).artifacts,
  );
  markAssetsAsCommonJs(dir);
  return {
    stacks: artifacts
      .filter(([, artifact]) => artifact.type === 'aws:cloudformation:stack')
      .map(([id, artifact]) => readStack(dir, id, artifact)),
    assetPaths: readAssetPaths(
      dir,
      artifacts.flatMap(([, { type, properties }]) =>
        type === 'cdk:asset-manifest' && properties?.file ? [properties.file] : [],
      ),
    ),
  };
}

function readStack(dir: string, id: string, artifact: Artifact): Stack {
  const { account, region } = parseEnvironment(artifact.environment);
  const template = readJson<RawTemplate>(
    path.join(dir, artifact.properties?.templateFile ?? `${id}.template.json`),
  );
  return { name: artifact.properties?.stackName ?? id, account, region, template };
}

/** `aws://111111111111/eu-west-1`; an environment-agnostic stack says `unknown-account/unknown-region`. */
function parseEnvironment(environment = ''): { account: string; region: string } {
  const [, account = '', region = ''] = /^aws:\/\/([^/]+)\/([^/]+)$/.exec(environment) ?? [];
  return {
    account: /^\d+$/.test(account) ? account : FALLBACK_ACCOUNT,
    region: region && region !== 'unknown-region' ? region : FALLBACK_REGION,
  };
}

function readAssetPaths(dir: string, files: string[]): Map<string, string> {
  const paths = new Map<string, string>();
  for (const file of files) {
    const manifest = readJson<AssetManifest>(path.join(dir, file));
    for (const asset of Object.values(manifest.files ?? {})) {
      if (asset.source.path === undefined) continue;
      for (const { objectKey } of Object.values(asset.destinations)) {
        paths.set(objectKey, path.resolve(dir, asset.source.path));
      }
    }
  }
  return paths;
}

/** Lambda treats `index.js` as CommonJS; without this file Node would ask the nearest package.json of the repository. */
function markAssetsAsCommonJs(dir: string): void {
  const file = path.join(dir, 'package.json');
  if (!existsSync(file)) writeFileSync(file, '{"type":"commonjs"}\n');
}

function readJson<T>(file: string): T {
  return JSON.parse(readFileSync(file, 'utf8')) as T;
}
