import type { APIRequestContext } from '@playwright/test';
import { demoServices, freeStarts, type ServiceSummary } from './api';

const DAY_MS = 86_400_000;

interface Wanted {
  requiresApproval?: boolean;
  policy?: 'flexible' | 'moderate' | 'strict';
  /** Full days between now and the start, at least. */
  daysAhead?: number;
}

export interface BookableService extends ServiceSummary {
  /** A free time. */
  start: string;
  providerName: string;
}

/** A service of the demo provider as it is wanted, for one person, with a free time; booked at once unless asked otherwise. */
export async function aService(
  request: APIRequestContext,
  { requiresApproval = false, policy, daysAhead = 1 }: Wanted = {},
): Promise<BookableService> {
  const earliest = new Date(Date.now() + daysAhead * DAY_MS).toISOString();
  for (const service of await demoServices(request)) {
    const detail = await (await request.get(`/api/catalog/services/${service.id}`)).json();
    if (detail.requiresApproval !== requiresApproval || detail.capacity > 1) continue;
    if (policy && detail.policy !== policy) continue;
    const starts = await freeStarts(request, service.id);
    const start = starts.find((free) => free > earliest);
    if (start) return { ...service, start, providerName: detail.providerName };
  }
  throw new Error('The demo provider has no such service with a free time');
}
