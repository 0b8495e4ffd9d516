import { test as base } from '@playwright/test';
import { aWorkingCopy, type WorkingCopy } from './working-copy';

/** The catalog's headline as everybody knows it, and as its team has changed it. */
export const OLD_HEADING = 'Someone good, close by, at a time that suits you';
export const NEW_HEADING = 'Somebody better, closer by';
/** In the code: texts come with the page, from the release that is live. */
export const OWN_BUILD = 'en-x-own-build';

interface Team {
  /** A working copy with another headline. Journeys share it, so that it is built once for all of them. */
  copy: WorkingCopy;
}

export const test = base.extend<object, Team>({
  copy: [
    async ({ playwright: _ }, use) => {
      const copy = await aWorkingCopy();
      await copy.edit('mf-catalog/messages/en.json', (text) =>
        text.replace(OLD_HEADING, NEW_HEADING),
      );
      await copy.edit('mf-catalog/components/home/hero.tsx', (text) =>
        text.replace('<h1 ', `<h1 lang="${OWN_BUILD}" `),
      );
      await use(copy);
      await copy.remove();
    },
    { scope: 'worker' },
  ],
});
