import { type Browser, type BrowserContext, expect } from '@playwright/test';
import { baseUrl } from '../support/api';
import { objections } from '../support/axe';
import { recordOf } from '../support/releases';
import { rotateSecret } from '../support/secrets';
import { signInWithCode } from '../support/sessions';
import { NEW_HEADING, OLD_HEADING, OWN_BUILD, test } from '../support/team/changed-catalog';
import { complaintsOf, refusalsOf } from '../support/test';

const OVERRIDE_COOKIE = '__Host-em_slices';

/** A browser profile in a bucket that no small canary reaches. */
async function aProfile(browser: Browser) {
  const context = await browser.newContext();
  await context.addCookies([{ name: 'mfb', value: '90', url: new URL(baseUrl()).origin }]);
  return context;
}

const policyFor = async ({ request }: BrowserContext) =>
  (await request.get('/')).headers()['content-security-policy'];

test('a team member sees a release that is not live, then a build of their own machine, and nobody else does', async ({
  browser,
  copy,
}) => {
  test.setTimeout(300_000);
  const team = await aProfile(browser);
  const visitor = await aProfile(browser);
  let isReleased = false;
  try {
    await copy.release('mf-catalog', '--canary', '1');
    isReleased = true;
    const { canary } = JSON.parse(await recordOf('mf-catalog')) as { canary: string };
    await signInWithCode(team, 'team@demo.test');

    const page = await team.newPage();
    const refusals = refusalsOf(page);
    await page.goto('/_slices');
    const card = page.getByRole('region', { name: 'mf-catalog' });
    await card.getByLabel('Release', { exact: true }).selectOption(canary);
    await card.getByRole('button', { name: 'Run this release' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(NEW_HEADING);
    const badge = page.getByRole('complementary', { name: 'Override' });
    await expect(badge).toContainText(canary);

    const theirs = await team.request.get('/');
    expect(theirs.headers()['cache-control']).toContain('no-store');
    for (const attempt of [1, 2]) {
      const other = await visitor.request.get('/');
      expect(await other.text(), `attempt ${attempt}`).not.toContain(NEW_HEADING);
    }
    await page.goto('/search');
    await expect(badge).toContainText(canary);
    await badge.getByRole('button', { name: 'Leave' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(OLD_HEADING);
    await expect(badge).toHaveCount(0);

    const port = await copy.serve('mf-catalog');
    await page.goto('/_slices');
    await card.getByLabel('Port on your machine').fill(port);
    await card.getByRole('button', { name: 'Run from my machine' }).click();
    await expect(page.locator(`h1[lang="${OWN_BUILD}"]`)).toHaveText(OLD_HEADING);
    await expect(badge).toContainText(`http://localhost:${port}`);
    expect(await policyFor(team)).toContain(`http://localhost:${port}`);
    expect(await policyFor(visitor)).not.toContain(`:${port}`);
    expect(refusals).toEqual([]);
  } finally {
    if (isReleased) await copy.release('rollback', 'mf-catalog');
    await copy.stop();
  }
});

test('a forged override changes nothing and is ended', async ({ browser }) => {
  const context = await aProfile(browser);
  const forged = `${Buffer.from('{"slice":"mf-catalog"}').toString('base64url')}.${'A'.repeat(43)}`;
  const answer = await context.request.get('/', {
    headers: { cookie: `${OVERRIDE_COOKIE}=${forged}` },
  });
  expect(answer.status()).toBe(200);
  expect(answer.headers()['cache-control']).toContain('no-store');
  expect(answer.headers()['set-cookie']).toContain(`${OVERRIDE_COOKIE}=; `);
  expect(await answer.text()).toContain('data-slot="ready"');
  expect(await answer.text()).not.toContain('data-override');
});

test('the page of overrides speaks the language of the market', async ({ browser }) => {
  const context = await browser.newContext({
    extraHTTPHeaders: { 'x-local-viewer': 'country=DE' },
  });
  await signInWithCode(context, 'team@demo.test');
  const page = await context.newPage();
  const refusals = refusalsOf(page);
  await page.goto('/_slices');
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  const card = page.getByRole('region', { name: 'mf-catalog' });
  await expect(card.getByRole('button', { name: 'Dieses Release ausführen' })).toBeVisible();
  await card.getByLabel('Port auf Ihrem Rechner').fill('3999');
  await card.getByRole('button', { name: 'Von meinem Rechner ausführen' }).click();
  const badge = page.getByRole('complementary', { name: 'Abweichung' });
  await expect(badge).toContainText('Das sehen nur Sie.');
  await badge.getByRole('button', { name: 'Beenden' }).click();
  await expect(badge).toHaveCount(0);
  expect(refusals).toEqual([]);
  await context.close();
});

test('an override goes on when the key that signed it is rotated', async ({ browser }) => {
  const context = await aProfile(browser);
  await signInWithCode(context, 'team@demo.test');
  const page = await context.newPage();
  await page.goto('/_slices');
  const card = page.getByRole('region', { name: 'mf-catalog' });
  await card.getByLabel('Port on your machine').fill('3999');
  await card.getByRole('button', { name: 'Run from my machine' }).click();
  const badge = page.getByRole('complementary', { name: 'Override' });
  await expect(badge).toContainText('http://localhost:3999');
  await rotateSecret('/marketplace/local/override-signing');
  await page.reload();
  await expect(badge).toContainText('http://localhost:3999');
  await context.close();
});

test('the page of overrides is for the team only', async ({ browser }) => {
  const context = await aProfile(browser);
  const answer = await context.request.get('/_slices', { maxRedirects: 0 });
  expect(answer.headers().location).toContain('/auth/sign-in');
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in the ${colorScheme} theme axe objects to nothing`, () => {
    test.use({ colorScheme, contextOptions: { reducedMotion: 'reduce' } });

    test('where the slices’ teams choose a release', async ({ page }) => {
      const complaints = complaintsOf(page);
      await signInWithCode(page.context(), 'team@demo.test');
      expect(await objections(page, ['/_slices'])).toEqual([]);
      expect(complaints).toEqual([]);
    });
  });
}
