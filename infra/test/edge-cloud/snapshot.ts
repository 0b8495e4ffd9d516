import type { NearSnapshot } from '@marketplace/services/domain/near';

const HOUR_MS = 3_600_000;

/** Two providers in Berlin and one in Hamburg, each with a time in three hours. */
export function aSnapshot(): NearSnapshot {
  const soonMs = Math.ceil(Date.now() / HOUR_MS + 3) * HOUR_MS;
  const provider = (slug: string, city: string, lat: number, lon: number) => ({
    ...{ slug, city, lat, lon },
    name: `Studio ${slug}`,
    timeZone: 'Europe/Berlin',
    currency: 'EUR',
    rating: 4.8,
    ratingCount: 12,
    service: {
      id: `${slug}-1`,
      title: `Cut & <b>${slug}</b>`,
      category: 'hair',
      priceMinor: 6000,
      guestPriceMinor: 6600,
      durationMin: 60,
      minNoticeMin: 0,
      startsMs: [soonMs],
    },
  });
  return {
    version: 1,
    market: 'de',
    providers: {
      a: provider('linde', 'Berlin', 52.51, 13.41),
      b: provider('eiche', 'Berlin', 52.55, 13.35),
      c: provider('alster', 'Hamburg', 53.55, 10),
    },
  };
}
