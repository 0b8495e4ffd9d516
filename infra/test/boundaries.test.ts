import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const ROOMS = [
  'shell',
  'mf-catalog',
  'mf-booking',
  'mf-provider-portal',
  'services',
  'edge',
  'infra',
];

/** Rule → the import that breaks it: a file, and what it imports (relative to that file). */
const PLANTED: Record<string, [file: string, target: string]> = {
  'domain-imports-nothing': ['services/domain/money/a.ts', 'services/shared/table/a.ts'],
  'shared-knows-no-service': ['services/shared/table/b.ts', 'services/booking/a.ts'],
  'service-meets-service-at-the-contract': ['services/catalog/b.ts', 'services/booking/a.ts'],
  'service-stands-below-screens-and-cloud': ['services/booking/b.ts', 'shell/kit/ui/a.ts'],
  'slices-meet-only-through-federation': ['mf-catalog/b.ts', 'mf-booking/a.ts'],
  'slice-knows-kit-domain-and-its-own-contract': ['mf-booking/b.ts', 'services/booking/a.ts'],
  'mf-catalog-reads-only-the-catalog-contract': [
    'mf-catalog/c.ts',
    'services/provider/contract.ts',
  ],
  'mf-booking-reads-only-the-booking-contract': [
    'mf-booking/c.ts',
    'services/provider/contract.ts',
  ],
  'mf-provider-portal-reads-only-the-provider-contract': [
    'mf-provider-portal/c.ts',
    'services/booking/contract.ts',
  ],
  'shell-knows-kit-and-domain': ['shell/src/b.ts', 'services/shared/table/a.ts'],
  'kit-knows-only-domain': ['shell/kit/ui/b.ts', 'services/shared/table/a.ts'],
  'edge-knows-domain': ['edge/viewer-auth/b.ts', 'services/shared/table/a.ts'],
  'infra-takes-bundles-and-contracts': ['infra/lib/b.ts', 'services/booking/a.ts'],
  'migration-knows-table-and-shared-rules': ['infra/migrate/b.ts', 'services/booking/a.ts'],
  'nobody-imports-infra': ['services/payments/b.ts', 'infra/lib/a.ts'],
  'no-cycles': ['services/domain/cycle/a.ts', 'services/domain/cycle/b.ts'],
  resolvable: ['services/domain/lost/a.ts', 'services/domain/lost/nowhere.ts'],
};

interface Cruise {
  summary: { totalCruised: number; violations: { rule: { name: string }; from: string }[] };
}

function cruise(cwd: string): Cruise {
  const binary = join(root, 'node_modules/.bin/depcruise');
  const args = [binary, '--config', '.dependency-cruiser.cjs', '--output-type', 'json', ...ROOMS];
  const run = spawnSync(process.execPath, args, { cwd, maxBuffer: 1 << 28, encoding: 'utf8' });
  if (!run.stdout) throw new Error(run.stderr);
  return JSON.parse(run.stdout) as Cruise;
}

function plant(directory: string) {
  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(directory, file)), { recursive: true });
    writeFileSync(join(directory, file), text);
  };
  for (const room of ROOMS) write(`${room}/a.ts`, 'export const a = 1;\n');
  for (const [file, target] of Object.values(PLANTED)) {
    if (!target.endsWith('nowhere.ts')) write(target, 'export const a = 1;\n');
    const up = '../'.repeat(file.split('/').length - 1);
    write(file, `export { a } from '${up}${target.replace(/\.ts$/, '')}';\n`);
  }
  write('services/domain/cycle/b.ts', `export { a } from './a';\n`);
  for (const name of ['.dependency-cruiser.cjs', 'tsconfig.json', 'tsconfig.base.json']) {
    cpSync(join(root, name), join(directory, name));
  }
  symlinkSync(join(root, 'node_modules'), join(directory, 'node_modules'));
}

describe('boundaries', () => {
  const directory = mkdtempSync(join(tmpdir(), 'boundaries-'));
  let broken: Cruise;

  beforeAll(() => {
    plant(directory);
    broken = cruise(directory);
  }, 60_000);
  afterAll(() => rmSync(directory, { recursive: true, force: true }));

  it.each(Object.entries(PLANTED))('%s refuses its planted violation', (rule, [file]) => {
    const caught = broken.summary.violations.filter((violation) => violation.rule.name === rule);
    expect(caught.map((violation) => violation.from)).toContain(file);
  });

  it('every rule has a planted violation', async () => {
    const config = (await import(join(root, '.dependency-cruiser.cjs'))) as {
      default: { forbidden: { name: string; comment?: string }[] };
    };
    const rules = config.default.forbidden;
    expect(rules.map((rule) => rule.name).sort()).toEqual(Object.keys(PLANTED).sort());
    expect(rules.filter((rule) => !rule.comment)).toEqual([]);
  });

  it('reads every source file of the tree and finds nothing', () => {
    const sources = execFileSync('git', ['ls-files', ...ROOMS.map((room) => `${room}/**.ts`)], {
      cwd: root,
    });
    const { summary } = cruise(root);
    expect(summary.violations).toEqual([]);
    expect(summary.totalCruised).toBeGreaterThanOrEqual(
      sources.toString().trim().split('\n').length,
    );
  }, 120_000);
});
