import { parseArgs } from 'node:util';
import { synthesise } from '../bin/synthesise';
import { parseStageName, stageConfig } from '../config';
import { dominantOf, estimate, totalOf } from './estimate';
import { PRICES_OF } from './prices';
import { templateFacts } from './template-facts';
import { TRAFFIC_OF } from './traffic-units';

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
  const templates = synthesise(config).map(({ template }) => template);
  const month = estimate(bookings, templateFacts(templates, config.stage));
  console.log(`A month with ${bookings.toLocaleString('en-US')} bookings,`);
  console.log(`prices of ${PRICES_OF}, visits as they were counted on ${TRAFFIC_OF}:`);
  for (const [what, amount] of Object.entries(month)) {
    console.log(`  ${what.padEnd(18)}${usd(amount).padStart(14)}`);
  }
  console.log(`  ${'Together'.padEnd(18)}${usd(totalOf(month)).padStart(14)}`);
  console.log(`Most of it: ${dominantOf(month)}.`);
}

main();
