import { CONTRACT_VERSION } from '@marketplace/kit/slice';
import { describe, expect, it, vi } from 'vitest';
import { ContractMismatch, manifestReader } from './manifests';
import { aManifest, asFile } from './testing';

describe('reading manifests', () => {
  it('reads a release once, however many ask', async () => {
    const readFile = vi.fn(async () => asFile(aManifest()));
    const manifestOf = manifestReader(readFile);
    await Promise.all([manifestOf('mf-catalog', 'r1'), manifestOf('mf-catalog', 'r1')]);
    await manifestOf('mf-catalog', 'r1');
    expect(readFile).toHaveBeenCalledExactlyOnceWith('server/mf-catalog/r1/manifest.json');
  });

  it('asks again after a failure', async () => {
    const readFile = vi
      .fn<(key: string) => Promise<Uint8Array>>()
      .mockRejectedValueOnce(new Error('bucket is away'))
      .mockResolvedValue(asFile(aManifest()));
    const manifestOf = manifestReader(readFile);
    await expect(manifestOf('mf-catalog', 'r1')).rejects.toThrow('bucket is away');
    await expect(manifestOf('mf-catalog', 'r1')).resolves.toMatchObject({ release: 'r1' });
  });

  it('refuses the manifest of another release', async () => {
    const manifestOf = manifestReader(async () => asFile(aManifest({ release: 'r2' })));
    await expect(manifestOf('mf-catalog', 'r1')).rejects.toThrow('names mf-catalog r2');
  });

  it('refuses a release of another contract and says so', async () => {
    const contractVersion = CONTRACT_VERSION + 1;
    const manifestOf = manifestReader(async () => asFile(aManifest({ contractVersion })));
    await expect(manifestOf('mf-catalog', 'r1')).rejects.toThrow(ContractMismatch);
  });
});
