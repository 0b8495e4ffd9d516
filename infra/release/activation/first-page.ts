import type { SliceName } from '@marketplace/kit/slice';
import { BUCKET_COOKIE } from '@marketplace/services/domain/releases';

/** A page that shows the slice to anybody; a new slice has one of its name. */
const PAGES: Partial<Record<SliceName, string | undefined>> = {
  'mf-catalog': '/',
  'mf-booking': '/b/none',
  'mf-provider-portal': undefined,
};
const LIMIT_MS = 30_000;
const PAUSE_MS = 50;

interface Awaited {
  slice: SliceName;
  release: string;
  publicOrigin: string;
}

/**
 * Asks the site for a page until the release has rendered it, as a visitor who gets every canary.
 * Resolves to false when no page shows the slice to everybody; throws when it is not served in time.
 */
export async function untilServed({ slice, release, publicOrigin }: Awaited): Promise<boolean> {
  const page = slice in PAGES ? PAGES[slice] : `/${slice.replace(/^mf-/, '')}`;
  if (page === undefined) return false;
  const mark = `data-slice="${slice}" data-release="${release}" data-slot="ready"`;
  const deadlineMs = performance.now() + LIMIT_MS;
  while (performance.now() < deadlineMs) {
    const headers = { cookie: `${BUCKET_COOKIE}=0` };
    const answer = await fetch(publicOrigin + page, { headers, redirect: 'manual' }).catch(
      () => undefined,
    );
    const html = (await answer?.text()) ?? '';
    if (html.includes(mark)) return true;
    if (answer?.status === 404 && !html.includes(`data-slice="${slice}"`)) {
      throw new Error(
        `${release} is active, but the shell that runs has no page ${page}: a new slice comes with a route, so build and start the shell once more (on a laptop, \`npm start\`).`,
      );
    }
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
  throw new Error(
    `${release} is active, but ${publicOrigin}${page} shows another release after ${LIMIT_MS / 1_000} s: see \`npm run release -- status\` and the shell's log.`,
  );
}
