import { setTimeout as sleep } from 'node:timers/promises';
import type { BrowserContext, Page } from '@playwright/test';
import type { FunctionReport, Reports } from './function-reports';
import { type Cost, costOf, noteRequests, type SeenRequest } from './requests';

const QUIET_MS = 2_000;
const GIVE_UP_MS = 60_000;
const POLL_MS = 100;

/** What one visit asked for. */
export interface Visit extends Cost {
  functions: FunctionReport[];
}

/** Lets somebody do something on a page, waits until nothing more follows, and leaves. */
export async function visit(
  { context, origin, reports }: { context: BrowserContext; origin: string; reports: Reports },
  walk: (page: Page) => Promise<void>,
): Promise<Visit> {
  const page = await context.newPage();
  const requests = await noteRequests(await context.newCDPSession(page), origin);
  reports.take();
  await walk(page);
  await quiet(requests, reports);
  await page.goto('about:blank');
  await quiet(requests, reports);
  await page.close();
  return { ...costOf(requests), functions: reports.take() };
}

/** Looks at a page from its top to its end, with a finger on it, as on a phone. */
export async function readThrough(page: Page): Promise<void> {
  await page.locator('[data-slice]').first().dispatchEvent('pointerdown');
  await page.evaluate(`(async () => {
    for (let y = 0; y < document.body.scrollHeight; y += innerHeight / 2) {
      scrollTo(0, y);
      await new Promise((done) => setTimeout(done, 50));
    }
  })()`);
}

/** @throws when a page never comes to rest. */
async function quiet(requests: readonly SeenRequest[], reports: Reports): Promise<void> {
  const signature = () =>
    [requests.length, requests.filter(({ isOver }) => isOver).length, reports.waiting()].join();
  const startedMs = Date.now();
  let last = signature();
  let sinceMs = startedMs;
  while (Date.now() - sinceMs < QUIET_MS) {
    if (Date.now() - startedMs > GIVE_UP_MS) throw new Error('The page does not come to rest.');
    await sleep(POLL_MS);
    const now = signature();
    if (now !== last) sinceMs = Date.now();
    last = now;
  }
}
