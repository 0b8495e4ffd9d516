import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { aBuild } from '../testing/a-build';
import { checkBudgets } from './budgets';

it('measures every module with its entry and names what is over', async () => {
  const root = await mkdtemp(path.join(tmpdir(), 'budgets-'));
  const directory = await aBuild({ root, slice: 'mf-catalog', release: 'r1' });
  expect(await checkBudgets(directory, { moduleKb: 1, stylesheetKb: 1 })).toMatch(
    /^\w+ 0\.\d of 1 kB$/,
  );
  await expect(checkBudgets(directory, { moduleKb: 0.01, stylesheetKb: 1 })).rejects.toThrow(
    /Over budget \(gzip\):\nHome 0\.\d of 0\.01 kB/,
  );
  await rm(root, { recursive: true });
});
