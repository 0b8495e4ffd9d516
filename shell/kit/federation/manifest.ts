import { isRelease } from '@marketplace/services/domain/releases';
import { z } from 'zod';
import { SLICE_NAMES } from '../slice/contract';

const PATH = /^[A-Za-z0-9_][A-Za-z0-9_.-]*(?:\/[A-Za-z0-9_][A-Za-z0-9_.-]*)*$/;
const SHA384 = /^sha384-[A-Za-z0-9+/]{64}$/;

const filePath = z.string().max(200).regex(PATH, 'a relative path without dot segments');
const integrity = z.record(filePath, z.string().regex(SHA384));

/**
 * What a release consists of. Paths are relative to the release's browser and server prefix;
 * `integrity` names every file below it, so that nothing unknown is ever evaluated.
 */
export const releaseManifest = z
  .strictObject({
    contractVersion: z.int(),
    slice: z.enum(SLICE_NAMES),
    release: z.string().refine(isRelease, 'a release id'),
    container: z.string().regex(/^[A-Za-z0-9_]+$/),
    builtAt: z.iso.datetime(),
    browser: z.strictObject({
      entry: filePath,
      stylesheets: z.array(filePath),
      /** Chunks that each exposed module needs at once, by the module's name. */
      chunks: z.record(z.string(), z.array(filePath)),
      integrity,
    }),
    server: z.strictObject({ entry: filePath, integrity }),
  })
  .refine(
    ({ browser, server }) =>
      server.entry in server.integrity &&
      [browser.entry, ...browser.stylesheets, ...Object.values(browser.chunks).flat()].every(
        (path) => path in browser.integrity,
      ),
    'every file that is named must have its hash',
  );

export type ReleaseManifest = z.infer<typeof releaseManifest>;
