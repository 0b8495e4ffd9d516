import { describe, expect, it, vi } from 'vitest';
import { parseServerFileUrl, serverFileReader, serverFileUrl } from './server-files';
import { aManifest, SERVER_CODE } from './testing';

const url = serverFileUrl({ slice: 'mf-catalog', release: 'r1', path: 'remoteEntry.js' });

describe('names of server files', () => {
  it('are read back as they were written', () => {
    const file = { slice: 'mf-booking', release: 'r2', path: 'chunks/1.js' } as const;
    expect(parseServerFileUrl(serverFileUrl(file))).toEqual(file);
  });

  it.each([
    'https://evil.test/mf-catalog/r1/remoteEntry.js',
    'https://releases.invalid/mf-evil/r1/remoteEntry.js',
    'https://releases.invalid/mf-catalog/',
  ])('refuse %s', (other) => {
    expect(() => parseServerFileUrl(other)).toThrow('is no file of a release');
  });
});

describe('reading server code', () => {
  it('gives a file that has the hash of its manifest', async () => {
    const readFile = vi.fn(async () => SERVER_CODE);
    const read = serverFileReader({ manifestOf: async () => aManifest(), readFile });
    expect(await read(url)).toBe('exports.loaded = true;');
    expect(readFile).toHaveBeenCalledWith('server/mf-catalog/r1/remoteEntry.js');
  });

  it('refuses a file that was tampered with', async () => {
    const readFile = async () => new TextEncoder().encode('steal()');
    const read = serverFileReader({ manifestOf: async () => aManifest(), readFile });
    await expect(read(url)).rejects.toThrow('its manifest says');
  });

  it.each(['other.js', 'toString'])(
    'never reads %s, which the manifest does not name',
    async (path) => {
      const readFile = vi.fn(async () => SERVER_CODE);
      const read = serverFileReader({ manifestOf: async () => aManifest(), readFile });
      const wanted = `https://releases.invalid/mf-catalog/r1/${path}`;
      await expect(read(wanted)).rejects.toThrow(/not in the manifest/);
      expect(readFile).not.toHaveBeenCalled();
    },
  );
});
