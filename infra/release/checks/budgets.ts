import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { parseManifest } from '@marketplace/kit/federation/manifest';
import type { SliceBudget } from '../../config/slice-budgets';

const BYTES_PER_KB = 1_000;

/**
 * Measures a built release against its budget. Gives the largest module in words; throws with every
 * part that is over.
 */
export async function checkBudgets(directory: string, budget: SliceBudget): Promise<string> {
  const text = await readFile(path.join(directory, 'manifest.json'), 'utf8');
  const { browser } = parseManifest(text);
  const sizeKb = async (files: string[]) => {
    const contents = files.map((file) => readFile(path.join(directory, 'browser', file)));
    const sizes = (await Promise.all(contents)).map((content) => gzipSync(content).length);
    return sizes.reduce((sum, bytes) => sum + bytes, 0) / BYTES_PER_KB;
  };
  const modules = await Promise.all(
    Object.entries(browser.chunks).map(async ([name, chunks]) => ({
      name,
      kb: await sizeKb([browser.entry, ...chunks]),
      limitKb: budget.moduleKb,
    })),
  );
  const stylesheetKb = await sizeKb(browser.stylesheets);
  const all = [...modules, { name: 'stylesheet', kb: stylesheetKb, limitKb: budget.stylesheetKb }];
  const over = all.filter(({ kb, limitKb }) => kb > limitKb);
  if (over.length > 0) throw new Error(`Over budget (gzip):\n${over.map(inWords).join('\n')}`);
  return modules
    .toSorted((one, other) => other.kb - one.kb)
    .slice(0, 1)
    .map(inWords)
    .join();
}

const inWords = ({ name, kb, limitKb }: { name: string; kb: number; limitKb: number }) =>
  `${name} ${kb.toFixed(1)} of ${limitKb} kB`;
