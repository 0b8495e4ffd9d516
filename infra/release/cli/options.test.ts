import { expect, it } from 'vitest';
import { parseCommand } from './options';

const stage = 'local';

it.each([
  ['mf-catalog', { name: 'release', slice: 'mf-catalog', stage }],
  ['mf-catalog --canary 10', { name: 'release', slice: 'mf-catalog', canaryShare: 10, stage }],
  ['promote mf-booking --stage prod', { name: 'promote', slice: 'mf-booking', stage: 'prod' }],
  ['rollback mf-booking', { name: 'rollback', slice: 'mf-booking', stage }],
  ['history mf-booking', { name: 'history', slice: 'mf-booking', stage }],
  ['status', { name: 'status', stage }],
  [
    'booking --service --canary 5',
    { name: 'service', action: 'release', service: 'booking', canaryShare: 5, stage },
  ],
  [
    'rollback catalog --service',
    { name: 'service', action: 'rollback', service: 'catalog', stage },
  ],
])('understands %s', (line, command) => {
  expect(parseCommand(line.split(' '))).toEqual(command);
});

it.each(['', 'mf-other', 'promote', 'mf-other --service'])('explains itself on "%s"', (line) => {
  expect(() => parseCommand(line.split(' '))).toThrow('Usage');
});

it.each(['0', '100', 'x', '1.5'])('takes no share of %s', (share) => {
  expect(() => parseCommand(['mf-catalog', '--canary', share])).toThrow('between 1 and 99');
});
