/**
 * The modules that the shell hands to every slice, one copy a page. A slice's release has no
 * fallback for them: the shell's lists on both sides are checked against this one by the compiler.
 */
export const SHARED_MODULES = [
  'react',
  'react/jsx-runtime',
  'react-dom',
  'next/dynamic',
  'next/head',
  'next/link',
  'next/router',
] as const;

export type SharedModule = (typeof SHARED_MODULES)[number];
