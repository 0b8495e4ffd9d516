import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const LEVELS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const SHOWN_CHARACTERS = 160;

/** What axe objects to on the page as it stands, with the address and the element. */
export async function objectionsHere(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(LEVELS).analyze();
  const { pathname } = new URL(page.url());
  return violations.map(
    ({ id, nodes }) => `${pathname} ${id}: ${nodes[0]?.html.slice(0, SHOWN_CHARACTERS)}`,
  );
}

/** The same in both themes, for a page that a journey comes upon once. */
export async function objectionsInBothThemes(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    found.push(...(await objectionsHere(page)).map((objection) => `${colorScheme}: ${objection}`));
  }
  await page.emulateMedia({ colorScheme: null, reducedMotion: null });
  return found;
}

/** The same for one page after the other; `load` is enough for pages that ask for nothing more. */
export async function objections(
  page: Page,
  paths: readonly string[],
  waitUntil: 'load' | 'networkidle' = 'networkidle',
): Promise<string[]> {
  const found: string[] = [];
  for (const path of paths) {
    await page.goto(path, { waitUntil });
    expect(page.url().endsWith(path), `${page.url()} instead of ${path}`).toBe(true);
    found.push(...(await objectionsHere(page)));
  }
  return found;
}
