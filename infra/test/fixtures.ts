import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { App, type Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { addMarketplace } from '../bin/marketplace';
import { type StageConfig, type StageName, stageConfig } from '../config';
import { acknowledgeFindings } from '../lib/acknowledgements';
import type { Artifacts } from '../lib/artifacts';

const SERVICE_BUNDLES = [
  'catalog',
  'booking',
  'provider',
  'payments',
  'booking-processor',
  'reconciler',
  'search-indexer',
  'cache-invalidator',
  'slots',
  'sweeper',
  'identity',
  'identity-confirmed',
  'identity-claims',
  'identity-messages',
  'identity-migrated',
  'key-rotation',
];
const EDGE_BUNDLES = ['viewer-auth', 'near-you', 'origin-personalize', 'origin-response'];
const EDGE_FUNCTIONS = ['viewer-router', 'viewer-bucket'];
const APIS = ['catalog', 'booking', 'provider', 'payments'];

/** What a function beside the service's own answers. */
const SLOTS = {
  '/api/booking/services/{id}/slots': {
    get: { operationId: 'listSlots', responses: { 200: { description: 'Free times' } } },
  },
};

const openApiOf = (api: string) => ({
  openapi: '3.0.3',
  info: { title: api, version: '1' },
  paths: {
    ...(api === 'booking' && SLOTS),
    [`/api/${api}/things`]: {
      get: { responses: { 200: { description: 'All' } } },
      post: {
        requestBody: {
          content: { 'application/json': { schema: { $ref: '#/components/schemas/Thing' } } },
        },
        responses: { 201: { description: 'Made' } },
      },
    },
  },
  components: { schemas: { Thing: { type: 'object', properties: { name: { type: 'string' } } } } },
});

function write(path: string, content: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

const temporaryDirectory = () => mkdtempSync(join(tmpdir(), 'marketplace-infra-'));

/** Stand-ins for everything that `npm run build` makes, in a directory of their own. */
export function stubArtifacts(): Artifacts {
  const root = temporaryDirectory();
  const services = join(root, 'services');
  const edge = join(root, 'edge');
  for (const name of SERVICE_BUNDLES) {
    write(join(services, name, 'index.mjs'), `export const handler = async () => '${name}';`);
  }
  for (const api of APIS) {
    write(join(services, 'openapi', `${api}.3.0.json`), JSON.stringify(openApiOf(api)));
  }
  for (const name of EDGE_BUNDLES) {
    write(join(edge, name, 'index.js'), `exports.handler = async () => '${name}';`);
  }
  for (const name of EDGE_FUNCTIONS) {
    write(join(edge, `${name}.js`), `function handler(event) { return event.request; } // ${name}`);
  }
  const releases = join(root, 'releases');
  write(join(releases, 'release-guard/index.mjs'), 'export const handler = async () => {};');
  const shell = join(root, 'shell');
  write(join(shell, 'standalone/shell/server.js'), 'process.exitCode = 0;');
  return { services, shell, edge, releases };
}

export interface Resource {
  Type: string;
  // biome-ignore lint/suspicious/noExplicitAny: templates are JSON whose shape each test asserts.
  Properties: any;
}

export interface SynthesisedStack {
  id: string;
  stack: Stack;
  template: Template;
  resources: Record<string, Resource>;
  outputs: Record<string, { Export?: unknown }>;
  /** The whole template as text, for what must not occur anywhere. */
  text: string;
}

/** The feature flags of `cdk.json`. */
export const CONTEXT = JSON.parse(
  readFileSync(resolve(import.meta.dirname, '../cdk.json'), 'utf8'),
).context;

/** The app of a stage, made from stand-in bundles and not yet synthesised. */
export function marketplaceApp(
  stage: StageName,
  artifacts = stubArtifacts(),
  changes: Partial<StageConfig> = {},
): App {
  const app = new App({
    context: CONTEXT,
    outdir: temporaryDirectory(),
  });
  const config = { ...stageConfig(stage), ...changes };
  addMarketplace(app, config, artifacts);
  acknowledgeFindings(app, config);
  return app;
}

const asConfigured = new Map<StageName, Record<string, SynthesisedStack>>();

/** Every stack of a stage, synthesised, by construct id; a stage as it is configured, once for all who ask. */
export function synthesise(
  stage: StageName,
  artifacts?: Artifacts,
  changes?: Partial<StageConfig>,
): Record<string, SynthesisedStack> {
  if (artifacts !== undefined || changes !== undefined) return describe(stage, artifacts, changes);
  const stacks = asConfigured.get(stage) ?? describe(stage);
  asConfigured.set(stage, stacks);
  return stacks;
}

function describe(stage: StageName, artifacts?: Artifacts, changes?: Partial<StageConfig>) {
  const stacks = marketplaceApp(stage, artifacts, changes).node.children.filter(
    (child): child is Stack => 'stackName' in child,
  );
  return Object.fromEntries(stacks.map((stack) => [stack.node.id, describeStack(stack)]));
}

function describeStack(stack: Stack): SynthesisedStack {
  const template = Template.fromStack(stack);
  const json = template.toJSON();
  return {
    id: stack.node.id,
    stack,
    template,
    resources: json.Resources ?? {},
    outputs: json.Outputs ?? {},
    text: JSON.stringify(json),
  };
}

/** `[logical id, properties]` of a type's resources across stacks. */
export function resourcesOf(stacks: Record<string, SynthesisedStack>, type: string) {
  return Object.values(stacks).flatMap((stack) =>
    Object.entries(stack.resources)
      .filter(([, resource]) => resource.Type === type)
      .map(([logicalId, resource]) => ({ stack, logicalId, properties: resource.Properties })),
  );
}
