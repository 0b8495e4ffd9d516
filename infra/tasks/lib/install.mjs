import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { NODE, ROOT } from './paths.mjs';
import { must } from './run.mjs';

async function packagesOf(path) {
  try {
    return JSON.parse(await readFile(join(ROOT, path), 'utf8')).packages;
  } catch {
    return {};
  }
}

/** npm's own record of what it installed says the same as the lockfile, package by package. */
async function isInstalled() {
  if (!existsSync(NODE)) return false;
  const wanted = await packagesOf('package-lock.json');
  const present = await packagesOf('node_modules/.package-lock.json');
  return Object.entries(wanted).every(([path, entry]) => {
    if (!path.includes('node_modules/') || entry.optional || entry.devOptional) return true;
    return entry.link || present[path]?.version === entry.version;
  });
}

/** Installs dependencies when some are missing or the lockfile changed. */
export async function installPackages() {
  if (await isInstalled()) return 'up to date';
  await must('npm', ['ci', '--no-audit', '--no-fund']);
  return undefined;
}
