import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StageConfig } from '../../config';
import { ownId, type Resource, type Surroundings, settle, type Template } from './settle';

/** Settled resources by logical id. */
export type Settled = Record<string, Resource>;

const read = (path: string): Template => JSON.parse(readFileSync(path, 'utf8'));

const pseudoOf = (config: StageConfig) => ({
  'AWS::AccountId': config.account,
  'AWS::Partition': 'aws',
  'AWS::Region': config.homeRegion,
  'AWS::URLSuffix': 'amazonaws.com',
});

/** The settled resources of one stack of the CDK app. */
export const cdkResources = (template: Template, config: StageConfig): Settled =>
  resourcesOf({ template, pseudo: pseudoOf(config) });

/**
 * The settled resources of each nested stack of a synthesised Amplify backend, by the stack's name.
 * @param directory the backend's cloud assembly
 */
export function amplifyResources(directory: string, config: StageConfig): Record<string, Settled> {
  const file = readdirSync(directory).find((name) =>
    /^amplify-.*(?<!nested)\.template\.json$/.test(name),
  );
  if (!file) throw new Error(`${directory} holds no Amplify backend.`);
  const template = read(join(directory, file));
  const nested = Object.entries(template.Resources ?? {}).filter(
    ([, { Type }]) => Type === 'AWS::CloudFormation::Stack',
  );
  const templates = Object.fromEntries(
    nested.map(([id, { Metadata }]) => [
      id,
      read(join(directory, String(Metadata?.['aws:asset:path']))),
    ]),
  );
  const pseudo = pseudoOf(config);
  const root: Surroundings = {
    template,
    pseudo,
    outputOf: (id, output) => settle(templates[id]?.Outputs?.[output]?.Value, inside(id)),
  };
  const inside = (id: string): Surroundings => ({
    template: templates[id] ?? {},
    pseudo,
    parameters: settle(
      template.Resources?.[id]?.Properties?.Parameters ?? {},
      root,
    ) as Surroundings['parameters'] & {},
  });
  return Object.fromEntries(
    nested.map(([id]) => [id.replace(/(NestedStack.*)?[0-9A-F]{8}$/, ''), resourcesOf(inside(id))]),
  );
}

function resourcesOf(surroundings: Surroundings): Settled {
  const settled: Settled = {};
  for (const [id, { Type, Properties = {}, DeletionPolicy }] of Object.entries(
    surroundings.template.Resources ?? {},
  )) {
    if (settled[ownId(id)]) throw new Error(`Two resources are ${ownId(id)} but for their hash.`);
    settled[ownId(id)] = {
      Type,
      Properties: settle(Properties, surroundings) as Record<string, unknown>,
      ...(DeletionPolicy && { DeletionPolicy }),
    };
  }
  return settled;
}
