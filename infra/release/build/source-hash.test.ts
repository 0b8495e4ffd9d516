import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sourceHash } from './source-hash';

let root: string;

async function write(file: string, content: string): Promise<void> {
  await mkdir(path.dirname(path.join(root, file)), { recursive: true });
  await writeFile(path.join(root, file), content);
}

beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'sources-'));
  await write('mf-catalog/exposes/Home.tsx', 'home');
  await write('shell/kit/ui/button.tsx', 'button');
  await write('services/domain/money/index.ts', 'money');
  await write('services/shared/contract/index.ts', 'problems');
  for (const service of ['catalog', 'booking', 'provider']) {
    await write(`services/${service}/contract.ts`, service);
  }
  await write('infra/release/build/build-slice.ts', 'builder');
  await write('package-lock.json', '{}');
});
afterEach(() => rm(root, { recursive: true }));

describe('the hash of what a slice is made of', () => {
  it('stays while nothing changes, whatever was built, installed or tested', async () => {
    const before = await sourceHash(root, 'mf-catalog');
    await write('mf-catalog/dist/x.js', 'built');
    await write('mf-catalog/node_modules/x/index.js', 'installed');
    await write('mf-catalog/exposes/Home.test.tsx', 'tested');
    await write('mf-booking/exposes/Flow.tsx', 'of another slice');
    expect(await sourceHash(root, 'mf-catalog')).toBe(before);
  });

  it.each(['mf-catalog/exposes/Home.tsx', 'shell/kit/ui/button.tsx', 'package-lock.json'])(
    'changes with %s',
    async (file) => {
      const before = await sourceHash(root, 'mf-catalog');
      await write(file, 'changed');
      expect(await sourceHash(root, 'mf-catalog')).not.toBe(before);
    },
  );

  it('changes when a file is renamed', async () => {
    const before = await sourceHash(root, 'mf-catalog');
    await rm(path.join(root, 'mf-catalog/exposes/Home.tsx'));
    await write('mf-catalog/exposes/Start.tsx', 'home');
    expect(await sourceHash(root, 'mf-catalog')).not.toBe(before);
  });
});
