import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Manifest } from './manifest';
import { readManifest } from './manifest';
import { Resolver } from './resolver';
import type { Stack } from './stack';
import type { CloudAssembly, ResolvedResource } from './types';
import { UnresolvedReference } from './types';

/** Reads what `cdk synth` wrote; values are resolved when somebody asks for them. */
export function loadAssembly(dir: string): CloudAssembly {
  const root = path.resolve(dir);
  const manifest = readManifest(root);
  const resolver = new Resolver(manifest.stacks);
  const all = manifest.stacks.flatMap((stack) =>
    Object.keys(stack.template.Resources ?? {})
      .filter((logicalId) => resolver.exists(stack, logicalId))
      .map((logicalId) => resolveLazily(resolver, stack, logicalId)),
  );
  const resources = (type: string) => all.filter((resource) => resource.type === type);
  const find = (type: string, reference: string) =>
    resources(type).find((resource) => isCalled(resource, reference));
  return {
    dir: root,
    resources,
    find,
    functionOf: (reference) => {
      const fn = find('AWS::Lambda::Function', functionName(reference));
      if (!fn) throw new Error(`No function in ${root} is called ${reference}`);
      return fn;
    },
    assetDir: (fn) => assetDir(root, manifest, fn),
  };
}

/** `name`, `name:alias`, `arn:…:function:name` and `arn:…:function:name:qualifier` → `name`. */
export function functionName(reference: string): string {
  const parts = reference.split(':');
  return (reference.startsWith('arn:') ? parts[6] : parts[0]) ?? reference;
}

function isCalled(resource: ResolvedResource, reference: string): boolean {
  return [resource.physicalId, resource.name, resource.arn, resource.logicalId].includes(reference);
}

function resolveLazily(resolver: Resolver, stack: Stack, logicalId: string): ResolvedResource {
  const raw = stack.template.Resources?.[logicalId];
  let identity: ReturnType<Resolver['identity']> | undefined;
  let properties: Record<string, unknown> | undefined;
  const identify = () => {
    identity ??= resolver.identity(stack, logicalId);
    return identity;
  };
  return {
    stack: stack.name,
    region: stack.region,
    logicalId,
    type: raw?.Type ?? '',
    get name() {
      return identify().name;
    },
    get physicalId() {
      return identify().physicalId;
    },
    get arn() {
      return identify().arn;
    },
    get properties() {
      properties ??= resolver.value(stack, logicalId, raw?.Properties ?? {}) as Record<
        string,
        unknown
      >;
      return properties;
    },
  };
}

function assetDir(root: string, manifest: Manifest, fn: ResolvedResource): string {
  const code = (fn.properties.Code ?? {}) as { S3Key?: string; ZipFile?: string };
  if (code.ZipFile !== undefined) return writeInlineCode(root, fn, code.ZipFile);
  const dir = manifest.assetPaths.get(code.S3Key ?? '');
  if (dir === undefined) {
    throw new UnresolvedReference(fn.stack, fn.logicalId, 'its code is not among the assets');
  }
  return dir;
}

function writeInlineCode(root: string, fn: ResolvedResource, code: string): string {
  const dir = path.join(root, `inline.${fn.stack}.${fn.logicalId}`);
  mkdirSync(dir, { recursive: true });
  writeFileSync(path.join(dir, 'index.js'), code);
  return dir;
}
