import { signingKeyOf } from '@marketplace/kit/federation/trust/keys';
import { CONTRACT_VERSION } from '@marketplace/kit/slice';
import { describe, expect, it, vi } from 'vitest';
import { ContractMismatch, manifestReader } from './manifests';
import { aManifest, asFile, KEYS } from './testing';

const readerOf = (readFile: (key: string) => Promise<Uint8Array>) =>
  manifestReader({ readFile, keys: () => KEYS });

describe('reading manifests', () => {
  it('reads a release once, however many ask', async () => {
    const readFile = vi.fn(async () => asFile(aManifest()));
    const manifestOf = readerOf(readFile);
    await Promise.all([manifestOf('mf-catalog', 'r1'), manifestOf('mf-catalog', 'r1')]);
    await manifestOf('mf-catalog', 'r1');
    expect(readFile).toHaveBeenCalledExactlyOnceWith('server/mf-catalog/r1/manifest.json');
  });

  it('asks again after a failure', async () => {
    const readFile = vi
      .fn<(key: string) => Promise<Uint8Array>>()
      .mockRejectedValueOnce(new Error('bucket is away'))
      .mockResolvedValue(asFile(aManifest()));
    const manifestOf = readerOf(readFile);
    await expect(manifestOf('mf-catalog', 'r1')).rejects.toThrow('bucket is away');
    await expect(manifestOf('mf-catalog', 'r1')).resolves.toMatchObject({ release: 'r1' });
  });

  it.each([
    ['without a signature', new TextEncoder().encode(JSON.stringify(aManifest())), 'not signed'],
    ['signed by a stranger', asFile(aManifest(), signingKeyOf('s'.repeat(40))), 'not trusted here'],
    [
      'of another release',
      asFile(aManifest({ release: 'r2' })),
      'refused: it is the one of mf-catalog r2',
    ],
    ['of another slice', asFile(aManifest({ slice: 'mf-booking' })), 'the one of mf-booking r1'],
    ['with words unknown', asFile({ ...aManifest(), origin: 'https://evil.test' }), 'malformed'],
  ])('refuses a manifest %s', async (_what, file, sentence) => {
    await expect(readerOf(async () => file)('mf-catalog', 'r1')).rejects.toThrow(sentence);
  });

  it.each([
    [{ contractVersion: '1.0' }, `it needs contract 1.0, this shell speaks ${CONTRACT_VERSION}`],
    [{ contractVersion: '2.9' }, `it needs contract 2.9, this shell speaks ${CONTRACT_VERSION}`],
    [{ sharedModules: ['react', 'jquery'] }, 'it expects jquery of the page'],
  ])('refuses a release that this shell cannot host and says why', async (changes, sentence) => {
    const reading = readerOf(async () => asFile(aManifest(changes)))('mf-catalog', 'r1');
    await expect(reading).rejects.toThrow(ContractMismatch);
    await expect(reading).rejects.toThrow(sentence);
  });
});
