import { parseArgs } from 'node:util';
import { bootBenchCloud } from '../support/cloud/boot';
import { median } from '../support/percentiles';
import { createBusinesses, type Offer } from './businesses';
import { measure, type Sample } from './measure';

const { values } = parseArgs({
  options: {
    blocks: { type: 'string', default: '12' },
    bookings: { type: 'string', default: '200' },
    clients: { type: 'string', default: '8' },
  },
});
const [blocks, bookings, clients] = [values.blocks, values.bookings, values.clients].map(
  Number,
) as [number, number, number];
const WARM_UP = 100;
const AIM = 0.8;

const cloud = await bootBenchCloud({
  name: 'throughput',
  edits: [],
  requestSeconds: 15,
  control: { entry: '../bench/booking-throughput/control/handler.ts', of: 'booking' },
  log: () => {},
});
try {
  const path = '/api/booking/bookings';
  const ways = { ours: cloud.apiUrl(path), control: `${cloud.controlUrl}${path}` };
  const offers = await createBusinesses(cloud, 2 * (blocks * bookings + WARM_UP));
  const run = (url: string, count: number) =>
    measure({ url, origin: cloud.publicOrigin, clients, offers: take(offers, count) });
  for (const url of Object.values(ways)) await run(url, WARM_UP);

  const pairs: [Sample, Sample][] = [];
  for (let block = 0; block < blocks; block++) {
    const isOursFirst = block % 2 === 0;
    const first = await run(isOursFirst ? ways.ours : ways.control, bookings);
    const second = await run(isOursFirst ? ways.control : ways.ours, bookings);
    pairs.push(isOursFirst ? [first, second] : [second, first]);
  }
  report(pairs);
} finally {
  await cloud.stop();
}

function take(offers: Offer[], count: number): Offer[] {
  return offers.splice(0, count);
}

function report(pairs: readonly [Sample, Sample][]): void {
  console.log(`${blocks} blocks of ${bookings} bookings each way, in turn, by ${clients} clients`);
  print(
    'booking service',
    pairs.map(([ours]) => ours),
  );
  print(
    'read, then insert',
    pairs.map(([, control]) => control),
  );
  const ratio = median(pairs.map(([ours, control]) => ours.perSecond / control.perSecond));
  console.log(`ratio ${ratio.toFixed(2)} (median of blocks; aim ≥ ${AIM})`);
}

function print(name: string, samples: readonly Sample[]): void {
  const rate = median(samples.map(({ perSecond }) => perSecond));
  const latencyMs = median(samples.map(({ medianMs }) => medianMs));
  const refused = samples.reduce((sum, sample) => sum + sample.refused, 0);
  console.log(
    `  ${name.padEnd(18)} ${rate.toFixed(1)} bookings/s, median ${latencyMs.toFixed(0)} ms, ${refused} refused`,
  );
}
