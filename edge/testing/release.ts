import type { BakedRelease } from '../near-you/release';

/** A catalog release that nobody uploaded. */
export function aRelease(release = 'r1'): BakedRelease {
  const at = (path: string) => `/_mf/mf-catalog/${release}/static/${path}`;
  const integrity = `sha384-${'A'.repeat(64)}`;
  return {
    slice: 'mf-catalog',
    release,
    container: `mf_catalog__${release}`,
    entry: at('chunks/remoteEntry.js'),
    stylesheets: [{ href: at('css/slice.css'), integrity }],
    scripts: [{ href: at('chunks/remoteEntry.js'), integrity }],
    integrity: { [at('chunks/remoteEntry.js')]: integrity },
  };
}
