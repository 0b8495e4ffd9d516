import type { SliceName } from '@marketplace/kit/slice';

/** What the page says about the override it was made with. */
export interface ShownOverride {
  slice: SliceName;
  /** The release, or where on the viewer's machine the slice comes from. */
  release?: string;
  localOrigin?: string;
  /** Instant at which it ends by itself. */
  expiresAt: string;
}
