/** Where a server of ours renders pages; the distribution knows its host and no more. */
export interface SliceHosting {
  /** What the hosting calls it, for the operator's links. */
  readonly appId: string;
  /** Host that the distribution sends page requests to. */
  readonly host: string;
}
