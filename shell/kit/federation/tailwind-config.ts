import path from 'node:path';
import type { Config } from 'tailwindcss';
import type { SliceName } from '../slice/contract';
import preset from '../ui/tailwind-preset';

const KIT_UI = path.join(path.dirname(require.resolve('@marketplace/kit/package.json')), 'ui');

/** The reset is `base.css` of the kit, loaded once by whoever owns the document. */
const COMMON = { presets: [preset], corePlugins: { preflight: false } };

/**
 * Tailwind for a slice: every utility is scoped to the slice's root element, so that two slices,
 * released at different times with different sheets, cannot restyle each other or the shell.
 */
export function sliceTailwindConfig(slice: SliceName, directory: string): Config {
  return {
    ...COMMON,
    content: [`${directory}/{exposes,components}/**/*.tsx`, `${KIT_UI}/**/*.tsx`],
    important: `[data-slice="${slice}"]`,
  };
}

/** Tailwind for the shell's own frame and pages. */
export function shellTailwindConfig(directory: string): Config {
  return { ...COMMON, content: [`${directory}/{app,src}/**/*.tsx`, `${KIT_UI}/**/*.tsx`] };
}
