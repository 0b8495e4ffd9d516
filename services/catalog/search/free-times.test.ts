import { describe, expect, it } from 'vitest';
import type { BusyTime } from '../../shared/search';
import { anIndex, anIndexedProvider, anIndexedService } from '../testing/indexed';
import { nextFreeMs } from './free-times';
import type { Entry } from './market-index';

const at = (time: string) => Date.parse(`2026-06-01T${time}:00.000Z`);

function busy(start: string, end: string, changes: Partial<BusyTime> = {}): BusyTime {
  return {
    resourceId: 'chair',
    serviceId: 'another',
    start: new Date(at(start)).toISOString(),
    end: new Date(at(end)).toISOString(),
    status: 'confirmed',
    bufferBefore: 0,
    bufferAfter: 0,
    seats: 1,
    ...changes,
  };
}

function anEntry(
  changes: Parameters<typeof anIndexedProvider>[0],
  service: Parameters<typeof anIndexedService>[0] = {},
): Entry {
  const index = anIndex(anIndexedProvider({ services: [anIndexedService(service)], ...changes }));
  const [entry] = index.entries.values();
  if (!entry) throw new Error('No entry');
  return entry;
}

describe('the next free time', () => {
  it('is the first start that no booking of the resource blocks', () => {
    const entry = anEntry({ busy: [busy('07:00', '08:00'), busy('08:00', '08:30')] });
    expect(nextFreeMs(entry, at('06:00'))).toBe(at('09:00'));
  });

  it('is the earliest of any resource of the service', () => {
    const entry = anEntry(
      { busy: [busy('07:00', '12:00'), busy('07:00', '08:00', { resourceId: 'second' })] },
      { resourceIds: ['chair', 'second'] },
    );
    expect(nextFreeMs(entry, at('06:00'))).toBe(at('08:00'));
  });

  it('moves on when it has passed', () => {
    const entry = anEntry({});
    expect(nextFreeMs(entry, at('06:00'))).toBe(at('07:00'));
    expect(nextFreeMs(entry, at('07:00'))).toBe(at('07:00'));
    expect(nextFreeMs(entry, at('07:00') + 1)).toBe(at('08:00'));
  });

  it('comes back when a hold before it expires', () => {
    const held = busy('07:00', '08:00', {
      status: 'hold',
      expiresAt: new Date(at('06:10')).toISOString(),
    });
    const entry = anEntry({ busy: [held] });
    expect(nextFreeMs(entry, at('06:00'))).toBe(at('08:00'));
    expect(nextFreeMs(entry, at('06:10'))).toBe(at('07:00'));
  });

  it('is found weeks ahead, within the booking horizon only', () => {
    const rules = [{ days: [1], start: '09:00', end: '17:00' }];
    const closed = ['2026-06-01', '2026-06-08', '2026-06-15'];
    const overrides = closed.map((date) => ({ date, intervals: [] }));
    const entry = anEntry({ rules, overrides });
    expect(nextFreeMs(entry, at('06:00'))).toBe(Date.parse('2026-06-22T07:00:00.000Z'));
    const nearOnly = anEntry({ rules, overrides }, { horizonDays: 14 });
    expect(nextFreeMs(nearOnly, at('06:00'))).toBeNull();
  });

  it('counts seats of a class as free until the last one is sold', () => {
    const service = { id: 'class', capacity: 2 };
    const sold = (seats: number) => [busy('07:00', '08:00', { serviceId: 'class', seats })];
    expect(nextFreeMs(anEntry({ busy: sold(1) }, service), at('06:00'))).toBe(at('07:00'));
    expect(nextFreeMs(anEntry({ busy: sold(2) }, service), at('06:00'))).toBe(at('08:00'));
  });
});
