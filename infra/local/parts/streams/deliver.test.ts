import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BatchAnswer, type Delivery, deliver } from './deliver';
import type { StreamRecord } from './record';

const records = (count: number): StreamRecord[] =>
  Array.from({ length: count }, (_, index) => ({
    eventID: String(index),
    eventName: 'INSERT',
    eventVersion: '1.1',
    eventSource: 'aws:dynamodb',
    awsRegion: 'eu-west-1',
    eventSourceARN: 'arn',
    dynamodb: { SequenceNumber: String(index), ApproximateCreationDateTime: 0 },
  }));

const ids = (batch: StreamRecord[]) => batch.map(({ eventID }) => Number(eventID));

interface Trial {
  poison: number[];
  spec?: Partial<Delivery['spec']>;
  /** Reports the first bad record instead of failing whole. */
  partial?: boolean;
}

async function run(count: number, { poison, spec = {}, partial = false }: Trial) {
  const batches: number[][] = [];
  const processed: number[] = [];
  const givenUp: number[] = [];
  let attempts = 0;
  await deliver(
    {
      spec: { bisectOnError: true, maxRetries: 2, reportsItemFailures: partial, ...spec },
      pause: async () => {},
      giveUp: (batch, tries) => {
        givenUp.push(...ids(batch));
        attempts = tries;
      },
      invoke: async (batch): Promise<BatchAnswer> => {
        batches.push(ids(batch));
        const bad = ids(batch).findIndex((id) => poison.includes(id));
        processed.push(...ids(batch).slice(0, bad < 0 || !partial ? undefined : bad));
        if (bad < 0) return { payload: partial ? '{"batchItemFailures":[]}' : 'null' };
        if (!partial) {
          processed.splice(-batch.length);
          return { failure: { errorMessage: 'poison' } };
        }
        const itemIdentifier = String(ids(batch)[bad]);
        return { payload: JSON.stringify({ batchItemFailures: [{ itemIdentifier }] }) };
      },
    },
    records(count),
  );
  return { batches, processed, givenUp, attempts };
}

describe('deliver', () => {
  it('calls the function once for a batch that succeeds', async () => {
    expect((await run(5, { poison: [] })).batches).toEqual([[0, 1, 2, 3, 4]]);
  });

  it('narrows a failing batch to the record that fails, retries it, and gives only that one up', async () => {
    const { processed, givenUp, attempts } = await run(5, { poison: [3] });
    expect(processed).toEqual([0, 1, 2, 4]);
    expect(givenUp).toEqual([3]);
    expect(attempts).toBe(3);
  });

  it('gives up the whole batch when it must not be divided', async () => {
    const { batches, givenUp } = await run(3, { poison: [1], spec: { bisectOnError: false } });
    expect(batches).toHaveLength(3);
    expect(givenUp).toEqual([0, 1, 2]);
  });

  it('goes on from the record that the function reports', async () => {
    const spec = { maxRetries: 0, bisectOnError: false };
    const { batches, givenUp } = await run(4, { poison: [2], partial: true, spec });
    expect(batches).toEqual([[0, 1, 2, 3]]);
    expect(givenUp).toEqual([2, 3]);
    const retried = await run(4, { poison: [2], partial: true, spec: { ...spec, maxRetries: 1 } });
    expect(retried.batches).toEqual([
      [0, 1, 2, 3],
      [2, 3],
    ]);
  });

  it('treats a report of an unknown record as a failure of the whole batch', async () => {
    const calls: number[][] = [];
    await deliver(
      {
        spec: { bisectOnError: false, maxRetries: 1, reportsItemFailures: true },
        pause: async () => {},
        giveUp: () => {},
        invoke: async (batch) => {
          calls.push(ids(batch));
          return { payload: '{"batchItemFailures":[{"itemIdentifier":""}]}' };
        },
      },
      records(2),
    );
    expect(calls).toEqual([
      [0, 1],
      [0, 1],
    ]);
  });

  it('gives up nothing but what is poison, also where retries were used up by others', async () => {
    const { givenUp } = await run(18, { poison: [1, 11, 16], partial: true });
    expect(givenUp).toEqual([1, 11, 16]);
  });

  it('settles every record once, in order: processed, or given up because it is poison', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 20 }),
        fc.uniqueArray(fc.integer({ min: 0, max: 19 }), { maxLength: 4 }),
        fc.boolean(),
        async (count, candidates, partial) => {
          const poison = candidates.filter((id) => id < count).sort((a, b) => a - b);
          const { processed, givenUp } = await run(count, { poison, partial });
          const all = Array.from({ length: count }, (_, index) => index);
          expect(givenUp).toEqual(poison);
          expect(processed).toEqual(all.filter((id) => !poison.includes(id)));
        },
      ),
    );
  });
});
