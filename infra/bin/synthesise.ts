import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { App } from 'aws-cdk-lib';
import type { StageConfig } from '../config';
import { acknowledgeFindings } from '../lib/acknowledgements';
import { builtArtifacts } from '../lib/artifacts';
import { addMarketplace } from './marketplace';

/**
 * The stacks of any stage, synthesised in this process for who reads their templates. The edge's bundles
 * are those of the laptop, which are always there.
 */
export function synthesise(config: StageConfig) {
  const { context } = JSON.parse(readFileSync(resolve(import.meta.dirname, '../cdk.json'), 'utf8'));
  const app = new App({ context });
  addMarketplace(app, config, builtArtifacts('local'));
  acknowledgeFindings(app, config);
  return app.synth().stacks;
}
