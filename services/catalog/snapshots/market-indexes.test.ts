import { describe, expect, it, vi } from 'vitest';
import { memoryObjects } from '../../shared/objects';
import { silentLog } from '../../shared/observability';
import { snapshotKey } from '../../shared/search';
import { anIndexedProvider, aSnapshot } from '../testing/indexed';
import { marketIndexes } from './market-indexes';

const KEY = snapshotKey('de');

async function aStage() {
  const objects = memoryObjects();
  let clockMs = Date.parse('2026-06-01T06:00:00.000Z');
  let ids: string[] = [];
  const log = { ...silentLog, error: vi.fn() };
  const read = vi.spyOn(objects, 'read');
  const indexes = marketIndexes(objects, () => new Date(clockMs), log);
  return {
    ...{ objects, log, read },
    pass(ms: number) {
      clockMs += ms;
    },
    async publish(...added: string[]) {
      ids = [...ids, ...added];
      const found = await objects.read(KEY);
      const expected =
        typeof found === 'string' ? ({ ifNoneMatch: '*' } as const) : { ifMatch: found.etag };
      const snapshot = aSnapshot(ids.map((id) => anIndexedProvider({ id })));
      await objects.write(KEY, JSON.stringify(snapshot), expected);
      read.mockClear();
    },
    async found() {
      const { entries } = await indexes.of('de');
      return [...entries.values()].map(({ provider }) => provider.id);
    },
  };
}

describe('the indexes of the markets', () => {
  it('fetch a snapshot once for all who wait for it', async () => {
    const stage = await aStage();
    await stage.publish('a');
    const answers = await Promise.all([stage.found(), stage.found(), stage.found()]);
    expect(answers).toEqual([['a'], ['a'], ['a']]);
    expect(stage.read).toHaveBeenCalledOnce();
  });

  it('ask nobody for two seconds', async () => {
    const stage = await aStage();
    await stage.publish('a');
    await stage.found();
    await stage.publish('b');
    stage.pass(1999);
    expect(await stage.found()).toEqual(['a']);
    expect(stage.read).not.toHaveBeenCalled();
  });

  it('answer with the last snapshot while the next is fetched', async () => {
    const stage = await aStage();
    await stage.publish('a');
    await stage.found();
    await stage.publish('b');
    stage.pass(2000);
    let answer = () => {};
    stage.read.mockReturnValueOnce(
      new Promise((resolve) => {
        answer = () => resolve('missing');
      }),
    );
    expect(await stage.found()).toEqual(['a']);
    answer();
    await vi.waitFor(async () => expect(await stage.found()).toEqual([]));
    stage.pass(5000);
    await vi.waitFor(async () => expect(await stage.found()).toEqual(['a', 'b']));
  });

  it('wait for the next snapshot when the last is five seconds old', async () => {
    const stage = await aStage();
    await stage.publish('a');
    await stage.found();
    await stage.publish('b');
    stage.pass(5000);
    expect(await stage.found()).toEqual(['a', 'b']);
  });

  it('ask with the version they have, and keep it when it is current', async () => {
    const stage = await aStage();
    await stage.publish('a');
    await stage.found();
    stage.pass(5000);
    expect(await stage.found()).toEqual(['a']);
    expect(stage.read).toHaveBeenLastCalledWith(KEY, expect.stringMatching(/^".+"$/));
  });

  it('go on with the last snapshot when the store is down, and say so', async () => {
    const stage = await aStage();
    await stage.publish('a');
    await stage.found();
    stage.pass(5000);
    stage.read.mockRejectedValueOnce(new Error('down'));
    expect(await stage.found()).toEqual(['a']);
    expect(stage.log.error).toHaveBeenCalledOnce();
  });

  it('are empty for a market without a snapshot', async () => {
    const stage = await aStage();
    expect(await stage.found()).toEqual([]);
  });
});
