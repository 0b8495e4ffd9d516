import { createRequire } from 'node:module';
import { sha384 } from '@marketplace/kit/federation/integrity';
import type { ReleaseManifest } from '@marketplace/kit/federation/manifest';
import { containerName } from '@marketplace/kit/federation/names';
import { signingKeyOf } from '@marketplace/kit/federation/trust/keys';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { readReleaseFile } from './bucket';
import { loadServerModule } from './engine';
import { aManifest, asFile, PUBLIC_KEY } from './testing';

vi.mock('./bucket', () => ({ readReleaseFile: vi.fn() }));
vi.mock('../../../env', () => ({ env: () => ({ RELEASE_PUBLIC_KEYS: PUBLIC_KEY }) }));

const bucket = new Map<string, Uint8Array>();
const evaluated = vi.fn();
const asBytes = (text: string) => new TextEncoder().encode(text);

/** A container as webpack writes it for the server: each evaluation is counted. */
const CONTAINER = `globalThis.__evaluated('entry');
exports.init = () => {};
exports.get = async (name) => {
  if (name === './Newer') throw new Error('Module "./Newer" does not exist in container.');
  return () => ({ name });
};`;

let count = 0;

/** Puts a release into the bucket; `change` spoils its manifest before it is signed. */
function aRelease(
  change: Partial<ReleaseManifest> = {},
  file?: (m: ReleaseManifest) => Uint8Array,
) {
  count += 1;
  const release = `r${count}`;
  const code = asBytes(CONTAINER);
  const manifest = aManifest({
    release,
    container: containerName('mf-catalog', release),
    server: { entry: 'remoteEntry.js', integrity: { 'remoteEntry.js': sha384(code) } },
    ...change,
  });
  const prefix = `server/mf-catalog/${release}/`;
  bucket.set(`${prefix}manifest.json`, file ? file(manifest) : asFile(manifest));
  bucket.set(`${prefix}remoteEntry.js`, code);
  return { release, prefix, manifest };
}

const load = (release: string) => loadServerModule('mf-catalog', release, 'Home');

beforeAll(() => {
  vi.stubGlobal('__evaluated', evaluated);
  vi.stubGlobal('__non_webpack_require__', createRequire(import.meta.url));
});
afterAll(() => vi.unstubAllGlobals());
beforeEach(() => {
  evaluated.mockReset();
  vi.mocked(readReleaseFile).mockImplementation(async (key) => {
    const file = bucket.get(key);
    if (!file) throw new Error(`${key} is missing`);
    return file;
  });
});

describe('the loader of the server', () => {
  it('runs a release that is signed and whole', async () => {
    const { release } = aRelease();
    expect(await load(release)).toEqual({ name: './Home' });
    expect(evaluated).toHaveBeenCalledTimes(1);
  });

  it('runs the rest of a release from before a module existed', async () => {
    const { release } = aRelease();
    await expect(loadServerModule('mf-catalog', release, 'Newer')).rejects.toThrow('Newer');
    expect(await load(release)).toEqual({ name: './Home' });
  });

  it('waits once, and not long, for a release whose store is silent, whatever is asked of it', async () => {
    const { release } = aRelease();
    vi.useFakeTimers();
    vi.mocked(readReleaseFile).mockImplementation(() => new Promise(() => undefined));
    const first = expect(load(release)).rejects.toThrow('took longer than 400 ms');
    await vi.advanceTimersByTimeAsync(400);
    await first;
    await expect(loadServerModule('mf-catalog', release, 'Search')).rejects.toThrow(
      'failed lately',
    );
    vi.useRealTimers();
  });

  const refusals: [what: string, make: () => string, sentence: string][] = [
    [
      'is not signed',
      () => aRelease({}, (m) => asBytes(JSON.stringify(m))).release,
      'is refused: it is not signed',
    ],
    [
      'was signed with another key',
      () =>
        aRelease({}, (m) => asFile(m, signingKeyOf('of somebody else, long enough'.repeat(2))))
          .release,
      'is not trusted here',
    ],
    [
      'was changed after it was signed',
      () =>
        aRelease({}, (m) => {
          const envelope = JSON.parse(new TextDecoder().decode(asFile(m)));
          const payload = JSON.stringify({ ...m, builtAt: '2027-01-01T00:00:00.000Z' });
          return asBytes(
            JSON.stringify({ ...envelope, payload: Buffer.from(payload).toString('base64') }),
          );
        }).release,
      'it was changed after it was signed',
    ],
    [
      'has the manifest of another release',
      () =>
        aRelease({}, () => bucket.get('server/mf-catalog/r1/manifest.json') as Uint8Array).release,
      'it is the one of mf-catalog r1',
    ],
    [
      'has the manifest of another slice',
      () => aRelease({ slice: 'mf-booking' }).release,
      'it is the one of mf-booking',
    ],
    [
      'names a file outside its folder',
      () => aRelease({ server: named('../../mf-booking/r1/remoteEntry.js') }).release,
      'a relative path without dot segments',
    ],
    [
      'names a file of another origin',
      () => aRelease({ server: named('https://evil.test/remoteEntry.js') }).release,
      'a relative path without dot segments',
    ],
    [
      'needs a newer contract',
      () => aRelease({ contractVersion: '99.0' }).release,
      'it needs contract 99.0',
    ],
  ];

  it.each(refusals)('runs nothing of a release that %s', async (_what, make, sentence) => {
    await expect(load(make())).rejects.toThrow(sentence);
    expect(evaluated).not.toHaveBeenCalled();
  });

  it('runs nothing of an entry that was tampered with', async () => {
    const { release, prefix } = aRelease();
    bucket.set(`${prefix}remoteEntry.js`, asBytes(`${CONTAINER}; steal()`));
    await expect(load(release)).rejects.toThrow('its manifest says');
    expect(evaluated).not.toHaveBeenCalled();
  });
});

function named(entry: string): ReleaseManifest['server'] {
  return { entry, integrity: { [entry]: sha384(asBytes(CONTAINER)) } };
}
