import type { ReleaseRecords } from '@marketplace/services/domain/releases';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { loadServerModule } from '../code/engine';
import { warmReleases } from './warm';

vi.mock('../code/engine', () => ({ loadServerModule: vi.fn() }));

const load = vi.mocked(loadServerModule);

let count = 0;
/** A look at the store in which both slices have a release that nobody has seen. */
function newRecords(): ReleaseRecords {
  count += 1;
  return { 'mf-booking': { live: `b${count}` }, 'mf-catalog': { live: `c${count}` } };
}

const loadedOf = (release: string | undefined) =>
  load.mock.calls.filter(([, loaded]) => loaded === release).map(([, , name]) => name);

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  load.mockReset().mockResolvedValue({});
});

describe('warming releases', () => {
  it('loads every module of a release that has just appeared, with its loader', async () => {
    const records = newRecords();
    await warmReleases(records);
    const names = loadedOf(records['mf-catalog']?.live);
    expect(names).toEqual(expect.arrayContaining(['Home', 'Home.server', 'Search']));
    expect(new Set(names).size).toBe(names.length);
  });

  it('warms a release once, also when it is seen again in another look', async () => {
    const records = newRecords();
    await warmReleases(records);
    load.mockClear();
    await warmReleases(records);
    await warmReleases({ ...records });
    expect(load).not.toHaveBeenCalled();
  });

  it('warms a canary beside the live release that it knows', async () => {
    const records = newRecords();
    await warmReleases(records);
    load.mockClear();
    const live = records['mf-catalog']?.live ?? '';
    await warmReleases({ ...records, 'mf-catalog': { live, canary: 'canary', share: 10 } });
    expect(new Set(load.mock.calls.map(([, release]) => release))).toEqual(new Set(['canary']));
  });

  it('does not let a slice whose store is silent hold up another', async () => {
    load.mockImplementation((slice) =>
      slice === 'mf-booking' ? new Promise(() => undefined) : Promise.resolve({}),
    );
    const records = newRecords();
    void warmReleases(records);
    await vi.waitFor(() => expect(loadedOf(records['mf-catalog']?.live)).toContain('ServicePage'));
  });

  it('goes on after a module that does not load', async () => {
    load.mockRejectedValueOnce(new Error('chunk is missing'));
    const records = newRecords();
    await expect(warmReleases(records)).resolves.toBeUndefined();
    expect(loadedOf(records['mf-catalog']?.live)).toContain('ServicePage');
  });
});
