import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkHistory } from './checker/check';
import { readHistory } from './history/file';
import { PLANTED_BUGS } from './planted/bugs';
import { tryPlanted } from './planted/try';
import { SHORT } from './run/pace';
import { recordHistory } from './run/run';

const TIMEOUT_MS = 300_000;
const SEED = 20_261_122;

let dir: string;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'history-'));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

describe('bookings and money', { timeout: TIMEOUT_MS }, () => {
  it('are right under sixteen clients while everything goes wrong', async () => {
    const path = join(dir, 'faults.jsonl');
    await recordHistory({
      name: 'short',
      path,
      seed: SEED,
      rounds: 2,
      attempts: 40,
      clients: 16,
      timing: SHORT.timing,
      faults: SHORT.faults,
    });
    const lines = readHistory(path);
    expect(lines.filter(({ kind }) => kind === 'call').length).toBeGreaterThan(100);
    expect(lines.filter(({ kind }) => kind === 'booking').length).toBeGreaterThan(5);
    expect(lines.filter(({ kind }) => kind === 'fault').length).toBeGreaterThan(10);
    expect(checkHistory(lines)).toEqual([]);
  });

  it('are not when a claim is read and then written, and the checker says so', async () => {
    const bug = PLANTED_BUGS.find(({ name }) => name === 'read, then write');
    if (!bug) throw new Error('The bug is not planted any more');
    const anomalies = await tryPlanted(bug, join(dir, 'planted.jsonl'), SEED);
    expect(anomalies.map(({ kind }) => kind)).toContain(bug.expected);
  });
});
