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

/**
 * Fast tests need no process beside their own; those about templates share one, so that a stage is synthesised
 * once for all of them. Integration tests start DynamoDB Local and child processes.
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
          name: 'unit',
          include: ['**/*.test.ts', '**/*.test.tsx'],
          exclude: [...ignored, ...templates, '**/*.integration.test.ts'],
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
          include: ['**/*.integration.test.ts'],
          exclude: ignored,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
