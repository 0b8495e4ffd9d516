import { defineConfig } from 'vitest/config';

const ignored = [
  '**/node_modules/**',
  '**/.local/**',
  '**/dist/**',
  '**/.next/**',
  '**/cdk.out/**',
  'e2e/**',
];
const patient = { testTimeout: 20_000, hookTimeout: 60_000 };
const templates = ['infra/{cost,lib,test}/**/*.test.ts'];
const apart = ['**/*.test.tsx', 'shell/**/*.test.ts', '**/*.apart.test.ts'];

/**
 * Fast tests need no process beside their own, and most share one with others: they put back what they change.
 * Apart are those with a page of their own and those that stand in for modules. Templates have a process in
 * which a stage is synthesised once for all of them. Integration tests start child processes; those that want
 * no more of DynamoDB Local than a table share one.
 */
export default defineConfig({
  oxc: { jsx: { runtime: 'automatic' } },
  test: {
    globalSetup: './vitest.global.mts',
    setupFiles: ['./vitest.setup.mts'],
    expect: { poll: { timeout: 10_000 } },
    // Tests wait for databases and child processes: no core is kept free for who hands them out.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: {
          name: 'unit-apart',
          include: apart,
          exclude: ignored,
          ...patient,
        },
      },
      {
        extends: true,
        test: {
          name: 'unit-together',
          include: ['**/*.test.ts'],
          exclude: [...ignored, ...templates, ...apart, '**/*.integration.test.ts'],
          isolate: false,
          ...patient,
        },
      },
      {
        extends: true,
        test: {
          name: 'templates',
          include: templates,
          exclude: [...ignored, '**/*.integration.test.ts'],
          isolate: false,
          ...patient,
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          globalSetup: './vitest.engine.mts',
          include: ['**/*.integration.test.ts'],
          exclude: ignored,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
