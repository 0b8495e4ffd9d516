import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { App } from 'aws-cdk-lib';
import { addMarketplace } from '../bin/marketplace';
import { parseStageName, stageConfig } from '../config';
import { acknowledgeFindings } from '../lib/acknowledgements';
import { dominantOf, estimate, totalOf } from './estimate';
import { PRICES_OF } from './prices';
import { templateFacts } from './template-facts';

const usd = (amount: number) =>
  amount.toLocaleString('en-US', { style: 'currency', currency: 'USD' });

/** `npm run cost -- --bookings 100000 [--stage prod]`: a month's bill by the templates of a stage. */
function main(): void {
  const { values } = parseArgs({
    options: {
      bookings: { type: 'string', default: '100000' },
      stage: { type: 'string', default: 'prod' },
    },
  });
  const bookings = Number(values.bookings);
  if (!Number.isInteger(bookings) || bookings < 0) throw new Error('--bookings takes a number.');
  const config = stageConfig(parseStageName(values.stage));
  const root = resolve(import.meta.dirname, '../..');
  const { context } = JSON.parse(readFileSync(join(root, 'infra/cdk.json'), 'utf8'));
  const app = new App({ context });
  addMarketplace(app, config, {
    services: join(root, 'services/dist'),
    shell: join(root, 'shell/.next'),
    releases: join(root, 'infra/dist'),
    edge: join(root, 'edge/dist/local'),
  });
  acknowledgeFindings(app, config);
  const templates = app.synth().stacks.map(({ template }) => template);
  const month = estimate(bookings, templateFacts(templates, config.stage));
  console.log(`A month with ${bookings.toLocaleString('en-US')} bookings, prices of ${PRICES_OF}:`);
  for (const [what, amount] of Object.entries(month)) {
    console.log(`  ${what.padEnd(18)}${usd(amount).padStart(14)}`);
  }
  console.log(`  ${'Together'.padEnd(18)}${usd(totalOf(month)).padStart(14)}`);
  console.log(`Most of it: ${dominantOf(month)}.`);
}

main();
