import { expect, type Page } from '@playwright/test';
import { signInWithCode } from '../support/sessions';
import { OLD_HEADING, test } from '../support/team/changed-catalog';
import { aWorkingCopy } from '../support/team/working-copy';
import { complaintsOf } from '../support/test';

/** The first build of a container on a busy machine. */
const FIRST_BUILD_MS = 90_000;
const HERO = 'mf-catalog/components/home/hero.tsx';
const TEXTS = 'mf-catalog/messages/en.json';

const marked = (page: Page) => page.evaluate(() => document.documentElement.dataset.marked);

test('what a slice’s developer edits shows in the real shell at once, and what does not compile changes nothing', async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const copy = await aWorkingCopy();
  const context = await browser.newContext();
  try {
    const port = await copy.develop('mf-catalog');
    await signInWithCode(context, 'team@demo.test');
    const page = await context.newPage();
    const complaints = complaintsOf(page);
    await page.goto('/_slices');
    const card = page.getByRole('region', { name: 'mf-catalog' });
    await card.getByLabel('Port on your machine').fill(port);
    await card.getByRole('button', { name: 'Run from my machine' }).click();
    const heading = page.getByRole('heading', { level: 1 });
    await expect(heading).toHaveText(OLD_HEADING, { timeout: FIRST_BUILD_MS });
    await page.evaluate(() => {
      document.documentElement.dataset.marked = 'yes';
    });

    await copy.edit(HERO, (text) => text.replace('<h1 ', '<h1 title="Edited" '));
    await expect(heading).toHaveAttribute('title', 'Edited');
    await copy.edit(HERO, (text) => text.replace(/<h1 title="Edited" className="/, '$&pl-[37px] '));
    await expect(heading).toHaveCSS('padding-left', '37px');
    await copy.edit(TEXTS, (text) => text.replace(OLD_HEADING, 'A text of today'));
    await expect(heading).toHaveText('A text of today');

    const badge = page.getByRole('complementary', { name: 'Override' });
    await copy.edit(HERO, (text) => text.replace('<h1 title="Edited"', '<h1 title="Mended" ('));
    await expect(badge.getByRole('alert')).toContainText('mf-catalog does not compile');
    await expect(heading).toHaveText('A text of today');
    await copy.edit(HERO, (text) => text.replace('"Mended" (', '"Mended"'));
    await expect(heading).toHaveAttribute('title', 'Mended');
    await expect(badge).not.toContainText('does not compile');

    expect(await marked(page)).toBe('yes');
    expect(complaints).toEqual([]);
  } finally {
    await context.close();
    await copy.remove();
  }
});
