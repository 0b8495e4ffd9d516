import { gzipSync } from 'node:zlib';
import {
  type Browser,
  type BrowserContext,
  chromium,
  type Page,
  type Response,
} from '@playwright/test';

/** Chrome's own preset "Slow 4G": what one packet waits for, and what comes through in a second. */
const SLOW_4G = {
  offline: false,
  latency: 562.5,
  downloadThroughput: 180_000,
  uploadThroughput: 84_375,
};
const CPU_SLOWDOWN = 4;
const HYDRATED_LIMIT_MS = 60_000;

/** The last link of the home page's slice: when it belongs to React, so does everything before it. */
const LAST_LINK = `[...document.querySelectorAll('[data-slice] a[href]')].at(-1)`;
const isReacts = (element: string) =>
  `Object.keys(${element} ?? {}).some((key) => key.startsWith('__reactProps$'))`;

/** Somebody's finger on the page: the code of what waits for that is fetched. */
const TOUCH = `${LAST_LINK}.dispatchEvent(new Event('touchstart', { bubbles: true }))`;

/** Touches the page as soon as it can be seen. */
const TOUCH_AT_FIRST_PAINT = `new PerformanceObserver((list, observer) => {
  observer.disconnect();
  const touch = () => (${LAST_LINK} ? ${TOUCH} : setTimeout(touch, 10));
  touch();
}).observe({ type: 'paint', buffered: true })`;

const NOTE_HYDRATION = `(() => {
  const look = () => {
    if (${isReacts(LAST_LINK)} && document.readyState !== 'loading') globalThis.hydratedMs = performance.now();
    else setTimeout(look, 20);
  };
  look();
})()`;

/** Nothing more asked for since a while. */
const RESTS = `(() => {
  const ends = performance.getEntriesByType('resource').map(({ responseEnd }) => responseEnd);
  return performance.now() - Math.max(...ends, 0) > 2000;
})()`;
const FRAME_IS_HYDRATED = isReacts(`document.querySelector('header a[href]')`);

export function startBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
}

export interface Script {
  path: string;
  gzipBytes: number;
}

async function scriptOf(response: Response): Promise<Script> {
  const gzipBytes = gzipSync(await response.body(), { level: 9 }).length;
  return { path: new URL(response.url()).pathname, gzipBytes };
}

/** Code of other pages, which Next has the browser fetch for later when it has nothing to do. */
const PREFETCHED = `[...document.querySelectorAll('link[rel="prefetch"]')].map(
  ({ href }) => new URL(href).pathname,
)`;

export interface PageScripts {
  /** Until the page rests, without anybody touching it. */
  untouched: Script[];
  /** All of them, when somebody has touched it and everything is interactive. */
  touched: Script[];
}

/** Every script of a page: first until nothing more comes by itself, then after a touch. */
export async function scriptsOf(browser: Browser, url: string): Promise<PageScripts> {
  return inFreshContext(browser, async (_context, page) => {
    const scripts: Promise<Script>[] = [];
    page.on('response', (response) => {
      const isScript = response.request().resourceType() === 'script' && response.ok();
      if (isScript) scripts.push(scriptOf(response));
    });
    const arrived = async (condition: string): Promise<Script[]> => {
      const expression = `${condition} && ${RESTS}`;
      await page.waitForFunction(expression, undefined, { timeout: HYDRATED_LIMIT_MS });
      const prefetched = (await page.evaluate(PREFETCHED)) as string[];
      return (await Promise.all(scripts)).filter(({ path }) => !prefetched.includes(path));
    };
    await page.goto(url, { waitUntil: 'load', timeout: HYDRATED_LIMIT_MS });
    const untouched = await arrived(FRAME_IS_HYDRATED);
    await page.evaluate(TOUCH);
    return { untouched, touched: await arrived('globalThis.hydratedMs') };
  });
}

/**
 * Milliseconds from the navigation to a page that is interactive as a whole, on a slow phone in a slow
 * network, in the hands of somebody who touches it as soon as it can be seen.
 */
export async function hydratedMs(browser: Browser, url: string): Promise<number> {
  return inFreshContext(browser, async (context, page) => {
    const devtools = await context.newCDPSession(page);
    await devtools.send('Network.enable');
    await devtools.send('Network.emulateNetworkConditions', SLOW_4G);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN });
    await page.addInitScript(TOUCH_AT_FIRST_PAINT);
    await page.goto(url, { waitUntil: 'commit', timeout: HYDRATED_LIMIT_MS });
    const noted = await page.waitForFunction('globalThis.hydratedMs', undefined, {
      timeout: HYDRATED_LIMIT_MS,
    });
    return (await noted.jsonValue()) as number;
  });
}

async function inFreshContext<Result>(
  browser: Browser,
  work: (context: BrowserContext, page: Page) => Promise<Result>,
): Promise<Result> {
  const context = await browser.newContext({ viewport: { width: 412, height: 823 } });
  try {
    const page = await context.newPage();
    await page.addInitScript(NOTE_HYDRATION);
    return await work(context, page);
  } finally {
    await context.close();
  }
}
