export { displayLocale } from '../lib/display-locale';
export { SliceScope, type SliceScopeProps, useLocale, usePortalHost } from './slice-scope';
