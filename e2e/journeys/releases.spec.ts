import { type Browser, expect, type Page } from '@playwright/test';
import { type LoadReport, startLoad } from '../support/load';
import { recordOf } from '../support/releases';
import { NEW_HEADING, OLD_HEADING, test } from '../support/team/changed-catalog';
import { refusalsOf } from '../support/test';

const served = async () =>
  JSON.parse(await recordOf('mf-catalog')) as { live: string; canary?: string };

/** A visitor of a bucket, in a browser profile of their own. */
async function aVisitor(
  browser: Browser,
  bucket: number,
): Promise<{ page: Page; errors: string[] }> {
  // The edge knows a place with providers near it, so that the start page holds its fragment.
  const context = await browser.newContext({
    extraHTTPHeaders: { 'x-local-viewer': 'country=US; city=New York; lat=40.71; lng=-74.01' },
  });
  const { origin } = new URL(process.env.BASE_URL ?? 'http://localhost:8080');
  await context.addCookies([{ name: 'mfb', value: String(bucket), url: origin }]);
  const page = await context.newPage();
  const errors = refusalsOf(page);
  page.on('pageerror', (error) => errors.push(error.message));
  return { page, errors };
}

/** The release that the server's HTML names, and the one the page has once it is alive. */
async function releasesOf(page: Page, path: string): Promise<[html: string, alive: string]> {
  const answer = await page.goto(path);
  const html = (await answer?.text()) ?? '';
  const slice = page.locator('[data-slice="mf-catalog"]').first();
  await touch(page);
  await expect.poll(() => isAlive(page, 'mf-catalog')).toBe(true);
  const inHtml = /data-slice="mf-catalog" data-release="([^"]+)"/.exec(html)?.[1] ?? '';
  return [inHtml, (await slice.getAttribute('data-release')) ?? ''];
}

/** The release of the edge's fragment, once its own code has taken it up. */
async function releaseOfFragment(page: Page): Promise<string> {
  const fragment = page.locator('[data-slice="mf-catalog"] [data-slice="mf-catalog"]');
  const isTakenUp = () =>
    fragment.evaluate((root) =>
      Object.keys(root).some((key) => key.startsWith('__reactContainer')),
    );
  await expect.poll(isTakenUp).toBe(true);
  return (await fragment.getAttribute('data-release')) ?? '';
}

test('a team releases its slice under load: canary, promote, rollback, and no visitor notices', async ({
  browser,
  copy,
}) => {
  test.setTimeout(420_000);
  const before = await served();
  const tab = await aVisitor(browser, 50);
  expect(await releasesOf(tab.page, '/')).toEqual([before.live, before.live]);
  const load = startLoad();
  let report: LoadReport;
  try {
    await copy.release('mf-catalog', '--canary', '10');
    const { canary = '', live } = await served();
    expect(live).toBe(before.live);

    const canaryVisitor = await aVisitor(browser, 3);
    await expect(async () => {
      expect(await releasesOf(canaryVisitor.page, '/')).toEqual([canary, canary]);
    }).toPass({ timeout: 10_000 });
    await expect(canaryVisitor.page.getByRole('heading', { level: 1 })).toHaveText(NEW_HEADING);
    // The edge goes on with the release that it was built from, in the page of another.
    expect(await releaseOfFragment(canaryVisitor.page)).not.toBe(canary);
    expect(await releasesOf(canaryVisitor.page, '/search')).toEqual([canary, canary]);
    const other = await aVisitor(browser, 50);
    expect(await releasesOf(other.page, '/')).toEqual([live, live]);

    await copy.release('promote', 'mf-catalog');
    await expect(async () => {
      expect(await releasesOf(other.page, '/')).toEqual([canary, canary]);
    }).toPass({ timeout: 10_000 });
    await expect(other.page.getByRole('heading', { level: 1 })).toHaveText(NEW_HEADING);

    // The tab that was open all along still has the page it was given, and goes on from there.
    await expect(tab.page.getByRole('heading', { level: 1 })).toHaveText(OLD_HEADING);
    await tab.page.locator('[data-slice="mf-catalog"] a[href^="/s/"]').first().click();
    await tab.page.waitForURL('**/s/**');
    await expect(tab.page.getByRole('heading', { level: 1 })).toBeVisible();

    await copy.release('rollback', 'mf-catalog');
    await expect(async () => {
      expect(await releasesOf(other.page, '/')).toEqual([before.live, before.live]);
    }).toPass({ timeout: 10_000 });
    await expect(other.page.getByRole('heading', { level: 1 })).toHaveText(OLD_HEADING);
    for (const { errors } of [tab, canaryVisitor, other]) expect(errors).toEqual([]);
    const history = await copy.release('history', 'mf-catalog');
    const mine = history.match(/journey@demo\.test +(rollback|promote|canary)/g);
    expect(mine?.length).toBeGreaterThanOrEqual(3);
  } finally {
    report = await load.stop();
  }
  expect(report.failures).toEqual([]);
  expect(report.requests).toBeGreaterThan(50);
  expect(report.releases.size).toBe(2);
});

/** What brings the code of a page that works as HTML. */
const touch = (page: Page) => page.locator('[data-slice]').first().dispatchEvent('pointerover');

/** Whether a slice's code has taken up what the server rendered. */
const isAlive = (page: Page, slice: string) =>
  page
    .locator(`[data-slice="${slice}"] > *`)
    .first()
    .evaluate((element) => Object.keys(element).some((key) => key.startsWith('__react')));

/** A visitor whose files of the catalog that are called like this pass a hand which may change them. */
async function aVisitorBehind(browser: Browser, file: RegExp, change: (code: string) => string) {
  const visitor = await aVisitor(browser, 50);
  const { page } = visitor;
  const refused: string[] = [];
  page.on('console', (message) => {
    if (/integrity/i.test(message.text())) refused.push(message.text());
  });
  await page.route(
    ({ pathname }) => pathname.startsWith('/_mf/mf-catalog/') && file.test(pathname),
    async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: change(await response.text()) });
    },
  );
  return { ...visitor, refused };
}

const CODE = [
  ['entry', /\/remoteEntry\.js/],
  ['chunk', /\/__federation_expose_Home\.\w+\.js/],
] as const;

for (const [what, file] of CODE) {
  test(`a browser runs no ${what} that was changed on its way: the page stays, and other slices work`, async ({
    browser,
  }) => {
    const whole = await aVisitorBehind(browser, file, (code) => code);
    await whole.page.goto('/');
    await touch(whole.page);
    await expect.poll(() => isAlive(whole.page, 'mf-catalog')).toBe(true);
    expect([whole.refused, whole.errors]).toEqual([[], []]);

    const changed = (code: string) => `globalThis.__tampered = true;${code}`;
    const { page, refused, errors } = await aVisitorBehind(browser, file, changed);
    const answer = await page.goto('/');
    expect(answer?.status()).toBe(200);
    await touch(page);
    await expect.poll(() => refused.some((text) => file.test(text))).toBe(true);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(OLD_HEADING);
    expect(await isAlive(page, 'mf-catalog')).toBe(false);
    const isRun = () => page.evaluate(() => '__tampered' in globalThis);
    expect(await isRun()).toBe(false);

    await page.goto('/b/none');
    await expect.poll(() => isAlive(page, 'mf-booking')).toBe(true);
    await page.locator('header a[href="/"]').first().click();
    await expect(page.getByRole('heading', { name: 'taking a break' })).toBeVisible();
    expect(await isRun()).toBe(false);
    expect(refused.filter((text) => !file.test(text))).toEqual([]);
    expect(errors).toEqual([]);
    for (const visitor of [whole, { page }]) await visitor.page.context().close();
  });
}

test('server code and signatures of releases have no public address', async ({ request }) => {
  const { live } = await served();
  const entry = await request.get(`/_mf/mf-catalog/${live}/static/chunks/remoteEntry.js`);
  expect(entry.status()).toBe(200);
  for (const path of [
    `/server/mf-catalog/${live}/manifest.json`,
    `/server/mf-catalog/${live}/remoteEntry.js`,
    `/_mf/../server/mf-catalog/${live}/manifest.json`,
    `/_mf/%2e%2e/server/mf-catalog/${live}/manifest.json`,
    `/_mf/mf-catalog/${live}/manifest.json`,
    `/history/mf-catalog/`,
  ]) {
    const answer = await request.get(path);
    expect(answer.status(), path).toBeGreaterThanOrEqual(400);
    expect(await answer.text(), path).not.toContain('payload');
  }
});
