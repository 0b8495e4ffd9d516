import { defineConfig } from '@playwright/test';

/** `BASE_URL` is the origin of a running local cloud; `npm run e2e` starts one of its own. */
const baseURL = process.env.BASE_URL ?? 'http://localhost:8080';

/** They take times of the one demo provider, one after the other. */
const people = ['api/**', 'journeys/booking/**', 'journeys/accessibility.spec.ts'];

/**
 * Two lanes that go on at once, each in its order: what people do with bookings, and what happens to pages
 * and their releases. A page that a release changes serves people meanwhile as ever.
 */
export default defineConfig({
  testDir: '.',
  workers: 2,
  fullyParallel: false,
  projects: [
    { name: 'people', testMatch: people, workers: 1 },
    { name: 'pages', testMatch: '**/*.spec.ts', testIgnore: people, workers: 1 },
  ],
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 30_000 },
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_NAME ? [['line'], ['json']] : [['list']],
  use: {
    baseURL,
    viewport: { width: 1280, height: 900 },
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
    screenshot: 'only-on-failure',
    trace: 'off',
  },
});
