import type { ServiceDetail, ServiceList } from '@marketplace/services/catalog/contract';
import type { Browser, BrowserContext } from '@playwright/test';
import { offersOf } from '../load/visitors/catalogue';
import type { Round } from './figures';
import type { Reports } from './function-reports';
import { type Destination, WALKS, type Walk } from './journeys';
import { visit } from './visits';

/** Each round is in a market of its own, whose pages no location has; the first one only warms up. */
const WARM_UP = 'us';
const MARKETS = ['gb', 'ca', 'au'];
const VISITS_A_ROUND = 3;
const PHONE = { width: 412, height: 823 };

export const NAMES = Object.keys(WALKS) as Walk[];
export type Rounds = Record<Walk, Round[]>;

interface World {
  browser: Browser;
  origin: string;
  reports: Reports;
}

/** Walks every journey in every market, thrice. */
export async function walkAll(world: World): Promise<Rounds> {
  await roundIn(WARM_UP, world);
  const walked: Record<Walk, Round>[] = [];
  for (const market of MARKETS) walked.push(await roundIn(market, world));
  const rounds = NAMES.map((name) => [name, walked.map((round) => round[name])]);
  return Object.fromEntries(rounds) as Rounds;
}

async function roundIn(market: string, world: World): Promise<Record<Walk, Round>> {
  const destination = await destinationIn(market, world.origin);
  const walked: [Walk, Round][] = [];
  for (const name of NAMES) {
    console.log(`  ${market} ${name}`);
    walked.push([name, await round(name, destination, market, world)]);
  }
  return Object.fromEntries(walked) as Record<Walk, Round>;
}

async function round(
  name: Walk,
  destination: Destination,
  market: string,
  { browser, origin, reports }: World,
): Promise<Round> {
  const [one, another] = [await aVisitor(browser, market), await aVisitor(browser, market)];
  const walk = (context: BrowserContext) =>
    visit({ context, origin, reports }, (page) => WALKS[name](page, origin, destination));
  const walked = { first: await walk(one), again: await walk(one), other: await walk(another) };
  await one.close();
  await another.close();
  return walked;
}

const aVisitor = (browser: Browser, market: string) =>
  browser.newContext({
    viewport: PHONE,
    extraHTTPHeaders: { 'x-local-viewer': `country=${market.toUpperCase()}` },
  });

/** A service for one person that is booked at once, with times to book. */
async function destinationIn(market: string, origin: string): Promise<Destination> {
  const list = `/api/catalog/services?market=${market}&limit=60`;
  const { items } = await read<ServiceList>(origin + list);
  for (const { id: serviceId, providerSlug: slug } of items) {
    const path = `/api/catalog/services/${serviceId}`;
    const { requiresApproval, capacity } = await read<ServiceDetail>(origin + path);
    if (requiresApproval || capacity > 1) continue;
    const offers = await offersOf(origin, serviceId);
    if (offers.length >= VISITS_A_ROUND) return { slug, serviceId, offers };
  }
  throw new Error(`The market ${market} has nothing to book.`);
}

async function read<T>(url: string): Promise<T> {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
  return (await answer.json()) as T;
}
