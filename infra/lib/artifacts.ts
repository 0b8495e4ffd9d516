import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { StageName } from '../config';

/** Where the built bundles are: `services/dist`, `edge/dist/<stage>` and `infra/dist`, or a test's stand-ins. */
export interface Artifacts {
  services: string;
  /** The shell's build, `shell/.next`. */
  shell: string;
  edge: string;
  /** The function that guards releases. */
  releases: string;
}

/** What the repository's builds have left; the edge's bundles are made for one stage each. */
export function builtArtifacts(edgeStage: StageName): Artifacts {
  const root = resolve(import.meta.dirname, '../..');
  return {
    services: join(root, 'services/dist'),
    shell: join(root, 'shell/.next'),
    releases: join(root, 'infra/dist'),
    edge: join(root, 'edge/dist', edgeStage),
  };
}

export class MissingBundle extends Error {
  constructor(path: string, workspace: string) {
    super(`${path} is missing: run \`npm run build -w ${workspace}\` before synthesising.`);
    this.name = 'MissingBundle';
  }
}

/** Path of a bundle inside `directory`, or an error that names the command which builds it. */
function builtPath(directory: string, name: string, workspace: string): string {
  const path = join(directory, name);
  if (!existsSync(path)) throw new MissingBundle(path, workspace);
  return path;
}

export const serviceBundle = (artifacts: Artifacts, name: string): string =>
  builtPath(artifacts.services, name, 'services');

/** The shell's standalone server, with all it needs to run. */
export const shellBundle = (artifacts: Artifacts): string =>
  builtPath(artifacts.shell, 'standalone', 'shell');

export const edgeBundle = (artifacts: Artifacts, name: string): string =>
  builtPath(artifacts.edge, name, 'edge');
