import { expect, it } from 'vitest';
import { timeLabels } from './time-label';

it('both 01:00s of an autumn night can be told apart', () => {
  const instants = ['2026-11-01T05:00:00.000Z', '2026-11-01T06:00:00.000Z'];
  const labels = timeLabels(instants, 'en-US', 'America/New_York');
  expect([...labels.values()]).toEqual(['1:00 AM EDT', '1:00 AM EST']);
});

it('a time that comes once carries no zone of its own', () => {
  const labels = timeLabels(['2026-06-01T09:00:00.000Z'], 'de-DE', 'Europe/Berlin');
  expect([...labels.values()]).toEqual(['11:00']);
});
