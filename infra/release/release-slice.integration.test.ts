import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { SliceName } from '@marketplace/kit/slice';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { promoted, rolledBack } from './activation/activation';
import { changeServed } from './activation/change-served';
import { readHistory } from './activation/history';
import { uploadedManifest } from './build/upload-release';
import { releaseSlice } from './release-slice';
import { createProgress } from './report/progress';
import { statusTable } from './report/status';
import { releaseClients } from './target';
import { aBuild } from './testing/a-build';
import { aReleaseCloud, type ReleaseCloud, TARGET } from './testing/release-cloud';

const NODE = process.execPath;
const HERE = import.meta.dirname;
let cloud: ReleaseCloud;
let root: string;
let version = 0;

/** A working copy of nothing but sources to hash; each call changes them. */
async function changeSources(): Promise<void> {
  version += 1;
  const files = [
    'mf-catalog/a.ts',
    'mf-booking/a.ts',
    'package-lock.json',
    'infra/release/build/a.ts',
  ];
  files.push('shell/kit/a.ts', 'services/domain/a.ts', 'services/shared/contract/a.ts');
  for (const service of ['catalog', 'booking', 'provider']) {
    files.push(`services/${service}/contract.ts`);
  }
  for (const file of files) {
    await mkdir(path.dirname(path.join(root, file)), { recursive: true });
    await writeFile(path.join(root, file), `version ${version}`);
  }
}

const release = (slice: SliceName = 'mf-catalog', canaryShare?: number) =>
  releaseSlice({
    slice,
    target: TARGET,
    progress: createProgress(() => undefined),
    by: 'team@example.test',
    root,
    build: aBuild,
    now: new Date(Date.UTC(2026, 10, 1, 0, 0, version)),
    ...(canaryShare === undefined ? {} : { canaryShare }),
  });

beforeAll(async () => {
  cloud = await aReleaseCloud();
  for (const [name, value] of Object.entries(cloud.env)) vi.stubEnv(name, value);
  root = await mkdtemp(path.join(tmpdir(), 'release-root-'));
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await cloud.stop();
  await rm(root, { recursive: true });
});
beforeEach(changeSources);

describe('releasing', () => {
  it('uploads a signed release, serves it, and does nothing when nothing changed', async () => {
    const first = await release();
    expect(cloud.recordOf('mf-catalog')).toMatchObject({
      live: first.release,
      by: 'team@example.test',
    });
    const manifest = await uploadedManifest(
      'mf-catalog',
      first.release,
      TARGET,
      releaseClients(TARGET),
    );
    expect(manifest).toMatchObject({ release: first.release, slice: 'mf-catalog' });
    expect(await release()).toMatchObject({ changed: false, release: first.release });
  });

  it('keeps who changed what, newest first, and shows it in a table', async () => {
    const clients = releaseClients(TARGET);
    const before = await release();
    await changeSources();
    const canary = await release('mf-catalog', 10);
    const act = (action: 'promote' | 'rollback') => {
      const change = { promote: promoted, rollback: rolledBack }[action];
      const by = `${action}r@example.test`;
      const now = new Date();
      return changeServed({ slice: 'mf-catalog', action, by, now, change }, TARGET, clients);
    };
    await act('promote');
    await act('rollback');
    const history = await readHistory('mf-catalog', TARGET, clients);
    expect(history.slice(0, 3)).toMatchObject([
      { action: 'rollback', by: 'rollbackr@example.test', to: { live: before.release } },
      {
        action: 'promote',
        from: { canary: canary.release, share: 10 },
        to: { live: canary.release },
      },
      { action: 'canary', from: { live: before.release }, to: { canary: canary.release } },
    ]);
    const status = await statusTable(TARGET, async () => ({ errorShare: 0.012, p75LcpMs: 1_840 }));
    expect(status).toMatch(/^slice +live +canary +share +since +by +errors +p75/);
    expect(status).toContain(before.release);
    expect(status).toMatch(/rollbackr@example\.test +1\.2% +1\.8 s/);
  });

  it('of two slices at the same time serves both', async () => {
    const [catalog, booking] = await Promise.all([release('mf-catalog'), release('mf-booking')]);
    expect(cloud.recordOf('mf-catalog')).toMatchObject({ live: catalog.release });
    expect(cloud.recordOf('mf-booking')).toMatchObject({ live: booking.release });
  });

  it('of one slice at the same time serves one and tells the other that it lost', async () => {
    const other = await mkdtemp(path.join(tmpdir(), 'release-other-'));
    await cp(root, other, { recursive: true });
    const progress = createProgress(() => undefined);
    const common = { slice: 'mf-catalog', target: TARGET, progress, build: aBuild } as const;
    const outcomes = await Promise.allSettled([
      releaseSlice({ ...common, root, by: 'one@example.test', now: new Date('2027-01-01') }),
      releaseSlice({ ...common, root: other, by: 'two@example.test', now: new Date('2027-01-02') }),
    ]);
    await rm(other, { recursive: true });
    const won = outcomes.filter((outcome) => outcome.status === 'fulfilled');
    const [lost] = outcomes.filter((outcome) => outcome.status === 'rejected');
    expect(won).toHaveLength(1);
    expect(String(lost?.reason)).toMatch(/example\.test released mf-catalog meanwhile .* you lost/);
    expect(cloud.recordOf('mf-catalog')).toMatchObject({ live: won[0]?.value.release });
  });

  it('refuses before anything leaves the machine when a check fails', async () => {
    const before = cloud.recordOf('mf-catalog');
    const build = vi.fn(aBuild);
    const failing = releaseSlice({
      slice: 'mf-catalog',
      target: TARGET,
      progress: createProgress(() => undefined),
      by: 'team@example.test',
      root,
      build,
      checks: {
        ofSources: [{ name: 'contract', run: () => Promise.reject(new Error('it breaks')) }],
        ofBuild: [],
        ofServed: [],
      },
    });
    await expect(failing).rejects.toThrow('it breaks');
    expect(build).not.toHaveBeenCalled();
    expect(cloud.recordOf('mf-catalog')).toEqual(before);
  });
});

describe('an interrupted release', () => {
  const isPut =
    (part: string) => (request: { method?: string | undefined; url?: string | undefined }) =>
      request.method === 'PUT' && (request.url ?? '').includes(part);
  const holds: Record<string, ReturnType<typeof isPut>> = {
    upload: isPut('manifest.json'),
    activate: isPut('/keys/'),
  };

  async function interruptAt(step: string, signal: NodeJS.Signals) {
    const script = path.join(HERE, 'testing/interruptible.ts');
    const held = holds[step] ? cloud.hold(holds[step]) : undefined;
    const child = spawn(NODE, ['--import', 'tsx', script, root, step], {
      env: { ...process.env, ...cloud.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const hangs = new Promise<void>((resolve) => {
      for (const stream of [child.stdout, child.stderr]) {
        stream.on('data', (chunk: Buffer) => {
          output += chunk;
          if (output.includes('HANGS')) resolve();
        });
      }
    });
    const closed = once(child, 'close');
    const ended = closed.then(() => Promise.reject(new Error(`It ended: ${output}`)));
    ended.catch(() => undefined);
    await Promise.race([held ?? hangs, ended]);
    child.kill(signal);
    await closed;
    return output;
  }

  it.each(['contract', 'tests', 'build', 'budgets', 'upload', 'activate'])(
    'at %s leaves the old one live and says so',
    async (step) => {
      await release();
      await changeSources();
      const before = cloud.recordOf('mf-catalog') as { live: string };
      const output = await interruptAt(step, 'SIGINT');
      expect(output).toContain(`Interrupted at ${step}. Visitors get mf-catalog ${before.live}`);
      expect(cloud.recordOf('mf-catalog')).toEqual(before);
    },
  );

  it('that was killed without a word is simply run again', async () => {
    const before = cloud.recordOf('mf-catalog');
    await interruptAt('upload', 'SIGKILL');
    expect(cloud.recordOf('mf-catalog')).toEqual(before);
    const { release: name } = await release();
    expect(cloud.recordOf('mf-catalog')).toMatchObject({ live: name });
  });
});
