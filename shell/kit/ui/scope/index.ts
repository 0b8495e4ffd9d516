export { SliceScope, type SliceScopeProps, useLocale, usePortalHost } from './slice-scope';
export { WordsScope, type WordsScopeProps } from './words-scope';
