import { strict as assert } from 'node:assert';
import { availableSlots } from '@marketplace/services/domain/availability';
import { compare, printComparison } from '../support/compare';
import { busyMonth } from './month';
import { slotsWithLuxon } from './with-luxon';

const month = busyMonth();
const [first] = month;
assert(first);

const ours = month.map(availableSlots);
assert.deepEqual(
  ours.map((slots) => slots.length),
  month.map((input) => slotsWithLuxon(input).length),
  'both ways must find the same times',
);

console.log(
  `A month of one provider: ${month.length} services, ${first.bookings?.length} bookings, ${first.overrides?.length} overrides, ${ours.flat().length} free times`,
);
printComparison(
  'all services',
  ['slot engine', 'luxon, naively'],
  compare(
    () => month.map(availableSlots),
    () => month.map(slotsWithLuxon),
  ),
);
printComparison(
  'one service',
  ['slot engine', 'luxon, naively'],
  compare(
    () => availableSlots(first),
    () => slotsWithLuxon(first),
  ),
);
