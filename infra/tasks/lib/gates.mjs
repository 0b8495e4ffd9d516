import { bin } from './paths.mjs';
import { run, tail } from './run.mjs';

const ROOMS = [
  ...['shell', 'mf-catalog', 'mf-booking', 'mf-provider-portal'],
  ...['services', 'edge', 'infra', 'e2e', 'bench'],
];

/** Every language has the keys and placeholders of the English texts, and no key is asked for in vain. */
function textArgs(slices) {
  const locales = slices.map((slice) => `${slice}/messages`);
  const sources = slices.flatMap((slice) =>
    ['components', 'data', 'exposes'].map((folder) => `${slice}/${folder}`),
  );
  return [
    ...['--locales', ...locales, '--source', 'en', '--format', 'next-intl'],
    ...['--only', 'missingKeys', 'invalidKeys', 'undefined', '--unused', ...sources],
  ];
}

/** Checks that need neither services nor a browser; each counts as one test. */
export const GATES = [
  { name: 'format', command: 'biome', args: ['check', '.'] },
  {
    name: 'types',
    // The native compiler; the `typescript` beside it is the API that other tools load.
    command: '../typescript-native/bin/tsc',
    args: [
      '-p',
      'tsconfig.json',
      '--incremental',
      '--tsBuildInfoFile',
      '.local/build/types.tsbuildinfo',
    ],
  },
  {
    name: 'boundaries',
    command: 'depcruise',
    args: ['--config', '.dependency-cruiser.cjs', '--output-type', 'err-long', ...ROOMS],
  },
  { name: 'unused', command: 'knip', args: ['--no-progress'] },
  { name: 'texts', command: 'i18n-check', args: textArgs(['mf-catalog']) },
];

/** Runs one gate as a suite with a single test. */
export async function runGate({ command, args }) {
  const { code, output } = await run(bin(command), args);
  if (code === 0) return { passed: 1, failed: 0 };
  return { passed: 0, failed: 1, output: tail(output) };
}
