import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { defineBackend } from '@aws-amplify/backend';
import { parseStageName, stageConfig } from '../config';
import { composeBackend } from './compose';

const root = resolve(import.meta.dirname, '../..');

composeBackend(defineBackend({}), {
  config: stageConfig(parseStageName(process.env.MARKETPLACE_STAGE ?? 'dev')),
  artifacts: {
    services: join(root, 'services/dist'),
    shell: join(root, 'shell/.next'),
    edge: join(root, 'edge/dist'),
    releases: join(root, 'infra/dist'),
  },
  flags: JSON.parse(readFileSync(join(root, 'infra/cdk.json'), 'utf8')).context,
});
