export interface StoredObject {
  body: string;
  /** Changes with every write; hand it back as `ifMatch`. */
  etag: string;
}

export type Read = StoredObject | 'missing' | 'not-modified';

/** What the write expects to find: the version it read, or nothing at all. */
export type Expected = { ifMatch: string } | { ifNoneMatch: '*' };

/** Text objects by key, written only over the version that was read. */
export interface ObjectStore {
  /** With `knownEtag`, answers `not-modified` when that is still the current version. */
  read(key: string, knownEtag?: string): Promise<Read>;
  /** Answers the new version, or `conflict` when another version is there. */
  write(key: string, body: string, expected: Expected): Promise<{ etag: string } | 'conflict'>;
}
