/** A file of a release that the browser loads, with the hash it must have. */
interface BrowserFile {
  href: string;
  integrity: string;
}

/** The catalog release whose sources are in this function, as the browser needs it to take over. */
export interface BakedRelease {
  slice: 'mf-catalog';
  release: string;
  container: string;
  entry: string;
  stylesheets: BrowserFile[];
  scripts: BrowserFile[];
  integrity: Record<string, string>;
}
