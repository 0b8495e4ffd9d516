import type { SliceName } from '@marketplace/kit/slice';
import { expect, it } from 'vitest';
import { lostEvents } from './heard-events';

const aRelease = (slice: SliceName, sends: string[], hears: string[] = []) => ({
  slice,
  release: 'r1',
  events: { sends, hears },
});
const served = [
  aRelease('mf-booking', ['booking:made', 'booking:seen']),
  aRelease('mf-catalog', [], ['booking:made', 'portal:open']),
];

it('names an event that is no longer sent while a served release of another slice hears it', () => {
  expect(lostEvents(aRelease('mf-booking', ['booking:seen']), served)).toEqual([
    'it no longer sends booking:made, which mf-catalog r1 hears',
  ]);
});

it('lets go of what nobody hears, and does not ask for what was never sent', () => {
  expect(lostEvents(aRelease('mf-booking', ['booking:made']), served)).toEqual([]);
  expect(lostEvents(aRelease('mf-provider-portal', []), served)).toEqual([]);
});
