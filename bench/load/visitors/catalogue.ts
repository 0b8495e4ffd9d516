import type { SlotList } from '@marketplace/services/booking/contract';
import type { ServiceList } from '@marketplace/services/catalog/contract';

/** Where visitors come from, and the market that they see. */
export const PLACES = [
  { country: 'US', market: 'us' },
  { country: 'DE', market: 'de' },
  { country: 'GB', market: 'gb' },
  { country: 'FR', market: 'fr' },
] as const;

const SERVICES_LISTED = 60;
const DAY_MS = 86_400_000;
/** From the day after tomorrow on, so that no start passes while the bench runs. */
const FIRST_DAY = 2;
const DAYS = 28;
/** Between two starts that are both asked for: no service lasts that long. */
const APART_MS = 6 * 3_600_000;

/** A free time of a service. */
export interface Offer {
  serviceId: string;
  start: string;
}

export interface Catalogue {
  slugs: string[];
  serviceIds: string[];
  /** Times that do not stand in each other's way, in turn of different providers. */
  offers: Offer[];
}

/** What there is to look at and to book. */
export async function readCatalogue(origin: string): Promise<Catalogue> {
  const lists = await Promise.all(
    PLACES.map(({ market }) =>
      read<ServiceList>(`${origin}/api/catalog/services?market=${market}&limit=${SERVICES_LISTED}`),
    ),
  );
  const services = lists.flatMap(({ items }) => items);
  const slugs = [...new Set(services.map(({ providerSlug }) => providerSlug))];
  // One service a provider: several may need the same person.
  const bookable = slugs.flatMap(
    (slug) => services.find(({ providerSlug }) => providerSlug === slug) ?? [],
  );
  const perProvider: Offer[][] = [];
  for (const { id } of bookable) perProvider.push(await offersOf(origin, id));
  return { slugs, serviceIds: services.map(({ id }) => id), offers: inTurn(perProvider) };
}

/** Free times of a service that do not stand in each other’s way, from the day after tomorrow on. */
export async function offersOf(origin: string, serviceId: string): Promise<Offer[]> {
  const at = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString();
  const query = new URLSearchParams({ from: at(FIRST_DAY), to: at(FIRST_DAY + DAYS) });
  const path = `/api/booking/services/${serviceId}/slots?${query}`;
  const { slots } = await read<SlotList>(origin + path);
  const offers: Offer[] = [];
  let freeFromMs = 0;
  for (const { start } of slots) {
    if (Date.parse(start) < freeFromMs) continue;
    offers.push({ serviceId, start });
    freeFromMs = Date.parse(start) + APART_MS;
  }
  return offers;
}

function inTurn(lists: Offer[][]): Offer[] {
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  return Array.from({ length: longest }, (_, place) =>
    lists.flatMap((list) => list[place] ?? []),
  ).flat();
}

async function read<T>(url: string): Promise<T> {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
  return (await answer.json()) as T;
}
