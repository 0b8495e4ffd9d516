import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { RawTemplate } from './stack';

export interface FixtureStack extends RawTemplate {
  region?: string;
}

export interface FixtureAssembly {
  dir: string;
  remove(): void;
}

/** `Code` property of a function whose directory {@link anAssembly} writes under the same key. */
export const assetCode = (key: string) => ({ S3Bucket: 'assets', S3Key: `${key}.zip` });

/** Writes a cloud assembly as `cdk synth` does, for tests: stacks, and code as `{ key: { file: source } }`. */
export function anAssembly(
  stacks: Record<string, FixtureStack>,
  code: Record<string, Record<string, string>> = {},
): FixtureAssembly {
  const dir = mkdtempSync(path.join(tmpdir(), 'assembly-'));
  const artifacts: Record<string, unknown> = {
    'all.assets': { type: 'cdk:asset-manifest', properties: { file: 'all.assets.json' } },
  };
  for (const [name, { region = 'eu-west-1', ...template }] of Object.entries(stacks)) {
    const templateFile = `${name}.template.json`;
    writeJson(path.join(dir, templateFile), template);
    artifacts[name] = {
      type: 'aws:cloudformation:stack',
      environment: `aws://111111111111/${region}`,
      properties: { templateFile, stackName: name },
    };
  }
  writeJson(path.join(dir, 'manifest.json'), { artifacts });
  writeJson(path.join(dir, 'all.assets.json'), { files: writeCode(dir, code) });
  return { dir, remove: () => rmSync(dir, { recursive: true, force: true }) };
}

function writeCode(dir: string, code: Record<string, Record<string, string>>) {
  return Object.fromEntries(
    Object.entries(code).map(([key, sources]) => {
      const assetDir = `asset.${key}`;
      mkdirSync(path.join(dir, assetDir));
      for (const [file, source] of Object.entries(sources)) {
        writeFileSync(path.join(dir, assetDir, file), source);
      }
      return [
        key,
        { source: { path: assetDir }, destinations: { here: { objectKey: `${key}.zip` } } },
      ];
    }),
  );
}

function writeJson(file: string, value: unknown): void {
  writeFileSync(file, JSON.stringify(value));
}
