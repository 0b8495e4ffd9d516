import { isRelease } from '@marketplace/services/domain/releases';
import { z } from 'zod';
import { SLICE_NAMES } from '../slice/contract';

const PATH = /^[A-Za-z0-9_][A-Za-z0-9_.-]*(?:\/[A-Za-z0-9_][A-Za-z0-9_.-]*)*$/;
const SHA384 = /^sha384-[A-Za-z0-9+/]{64}$/;

const filePath = z.string().max(200).regex(PATH, 'a relative path without dot segments');
const integrity = z.record(filePath, z.string().regex(SHA384));

/** Path below the server prefix of the OpenAPI document that a release was built with. */
export const serviceDocument = (service: string) => `openapi/${service}.json`;

/**
 * What a release consists of. Paths are relative to the release's browser and server prefix;
 * `integrity` names every file below it, so that nothing unknown is ever evaluated.
 */
export const releaseManifest = z
  .strictObject({
    /** Version of the slice contract that the release was built with, `major.minor`. */
    contractVersion: z.string().regex(/^\d+\.\d+$/, 'a version such as 1.0'),
    slice: z.enum(SLICE_NAMES),
    release: z.string().refine(isRelease, 'a release id'),
    container: z.string().regex(/^[A-Za-z0-9_]+$/),
    builtAt: z.iso.datetime(),
    /** Modules that its browser code expects of the page and brings no copy of. */
    sharedModules: z.array(z.string()),
    /** Services it calls; the server prefix holds what it knows of each, see `serviceDocument`. */
    services: z.array(z.string().regex(/^[a-z]+$/)),
    /** Events of the page that its code sends and hears. */
    events: z.strictObject({ sends: z.array(z.string()), hears: z.array(z.string()) }),
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
    ({ browser, server, services }) =>
      [server.entry, ...services.map(serviceDocument)].every((path) => path in server.integrity) &&
      [browser.entry, ...browser.stylesheets, ...Object.values(browser.chunks).flat()].every(
        (path) => path in browser.integrity,
      ),
    'every file that is named must have its hash',
  );

export type ReleaseManifest = z.infer<typeof releaseManifest>;

/** What a machine of the team says of the build that it serves: as much of a manifest as a browser needs. */
export type LocalManifest = Pick<ReleaseManifest, 'slice' | 'release' | 'container'> & {
  browser: Pick<ReleaseManifest['browser'], 'entry' | 'stylesheets' | 'integrity'>;
  /** Folder of the build's own catalogues, compiled, a file for each language. */
  messages?: string;
};

/** What that machine sends whenever a build has ended: its name, or why there is none. */
export type LocalReport = { release: string } | { problem: string };

/** Reads a manifest's JSON; throws one sentence that names every field at fault. */
export function parseManifest(text: string): ReleaseManifest {
  const parsed = releaseManifest.safeParse(JSON.parse(text));
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${faultOf(issue)}`);
  throw new Error(`it is malformed (${faults.join('; ')})`);
}

/** A key that is refused hides what is wrong with it one level further down. */
function faultOf(issue: z.core.$ZodIssue): string {
  const inner = issue.code === 'invalid_key' ? issue.issues : [];
  return inner.length > 0 ? inner.map(({ message }) => message).join(', ') : issue.message;
}
