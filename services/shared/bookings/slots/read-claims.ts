import type { Claim } from '../../../domain/availability';
import type { MarketTable, ServiceItem } from '../../table';
import { distinctClaims } from '../commit/claim-days';

const MINUTE_MS = 60_000;

/** What is claimed of each of a service's resources around a range: one query a resource. */
export async function readClaims(
  table: MarketTable,
  service: ServiceItem,
  range: { from: Date; to: Date },
): Promise<Map<string, Claim[]>> {
  const { durationMin, bufferBefore, bufferAfter } = service;
  const first = utcDate(range.from.getTime() - bufferBefore * MINUTE_MS);
  const last = utcDate(range.to.getTime() + (durationMin + bufferAfter) * MINUTE_MS);
  const entries = await Promise.all(
    service.resourceIds.map(async (resourceId) => {
      const { data } = await table.resourceDay.query
        .primary({ resourceId })
        .between({ date: first }, { date: last })
        .go({ pages: 'all' });
      return [resourceId, distinctClaims(data)] as const;
    }),
  );
  return new Map(entries);
}

function utcDate(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}
