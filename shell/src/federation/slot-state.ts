import type { Head, ModuleId, SliceName, SlotProps } from '@marketplace/kit/slice';
import type { WithWords } from '@marketplace/kit/slice/words';
import type { ShownOverride } from '../overrides/shown-override';

/** A file of a release that the browser loads, with the hash it must have. */
export interface BrowserFile {
  href: string;
  integrity: string;
}

/** One release of one slice, as the loader of either side needs it. */
export interface ReleaseRef {
  slice: SliceName;
  release: string;
  /** Global name of the container, unique to the release. */
  container: string;
  /** URL of the container's entry. */
  entry: string;
}

/** A release as far as its stylesheets go. */
export interface StyledRelease extends Pick<ReleaseRef, 'slice' | 'release'> {
  stylesheets: BrowserFile[];
}

/** What the browser needs to run a module that the server rendered. */
export interface BrowserRelease extends ReleaseRef, StyledRelease {
  /** Entry and chunks that the module needs at once. */
  scripts: BrowserFile[];
  /** Hash of every script of the release by its URL, for those loaded later. */
  integrity: Record<string, string>;
}

/** A place on a page filled by a slice. It travels to the browser as JSON. */
export interface SlotState {
  slice: SliceName;
  /** Name of the exposed module, e.g. `Home`. */
  name: string;
  /** `failed` shows the module's own fallback, or the shell's when not even that could be loaded. */
  status: 'ready' | 'failed';
  /** Absent when no release of the slice could be loaded. */
  release?: BrowserRelease;
  /** The release that was asked for, where another or none is shown. */
  wanted?: string;
  /** Where on the viewer's own machine the slot's code comes from, instead of a release. */
  localOrigin?: string;
  /** Present where the code waits for somebody to touch what the server rendered. */
  hydrate?: 'touch';
  props: object;
}

/** Props of every composed page; the words are those of the frame around the slots. */
export interface ComposedPageProps extends WithWords {
  slots: Record<string, SlotState>;
  settings: SlotProps;
  head: Head;
  /** Present on pages of a team member who overrides a slice. */
  override?: ShownOverride;
}

/** `mf-catalog/Home` → slice and name. */
export function splitModuleId(id: ModuleId): { slice: SliceName; name: string } {
  const [slice, name] = id.split('/') as [SliceName, string];
  return { slice, name };
}
