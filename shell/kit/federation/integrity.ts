import { createHash } from 'node:crypto';

/** Subresource-integrity string of a file, `sha384-…`, as browsers and the shell's server check it. */
export function sha384(content: Uint8Array): string {
  return `sha384-${createHash('sha384').update(content).digest('base64')}`;
}
