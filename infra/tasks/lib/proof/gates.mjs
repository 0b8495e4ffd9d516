import { bin } from '../paths.mjs';
import { run, tail } from '../run.mjs';

const ROOMS = [
  ...['shell', 'mf-catalog', 'mf-booking', 'mf-provider-portal'],
  ...['services', 'edge', 'infra', 'e2e', 'bench'],
];

/** Folders of texts, and the sources that ask for them. */
const SLICES = ['mf-booking', 'mf-catalog', 'mf-provider-portal'];
const TEXTS = [
  ...SLICES.map((slice) => `${slice}/messages`),
  ...['account', 'frame', 'legal', 'slices'].map((subject) => `shell/messages/${subject}`),
  ...['services/booking/mail/messages', 'services/identity/mail', 'edge/messages'],
];
const SPEAKERS = [
  ...SLICES.flatMap((slice) =>
    ['components', 'data', 'exposes'].map((folder) => `${slice}/${folder}`),
  ),
  'shell/src/layout',
  'shell/src/overrides',
];

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
  {
    // Every language has the keys and placeholders of the English texts, and no key is asked for in vain.
    name: 'texts',
    command: 'i18n-check',
    args: [
      ...['--locales', ...TEXTS, '--source', 'en', '--format', 'next-intl'],
      ...['--only', 'missingKeys', 'invalidKeys', 'undefined', '--unused', ...SPEAKERS],
    ],
  },
];

/** Runs one gate as a suite with a single test. */
export async function runGate({ command, args }) {
  const { code, output } = await run(bin(command), args);
  if (code === 0) return { passed: 1, failed: 0 };
  return { passed: 0, failed: 1, output: tail(output) };
}
