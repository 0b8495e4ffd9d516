import { priceProblem } from '@marketplace/services/domain/money';
import { ServiceInput } from '@marketplace/services/provider/contract';
import {
  type ProviderItem,
  type ServiceItem,
  serviceIdOf,
  withStatus,
} from '@marketplace/services/shared/table';
import type { ServiceRow } from '../source/rows';
import { Rejected } from './findings';
import { idOf } from './ids';
import type { NoteMend } from './items';
import { cleanText, instantOf, minorOf } from './values';

const STATES = ['draft', 'active', 'paused'] as const;

/** A service that its provider sells alone: the provider itself is what is booked. @throws Rejected */
export function serviceOf(
  row: ServiceRow,
  { providerId, currency }: ProviderItem,
  { cutAt, mend }: { cutAt: string; mend: NoteMend },
): ServiceItem {
  const serviceId = serviceIdOf(providerId, idOf(row.id));
  const state = STATES.find((known) => known === row.status);
  if (!state) throw new Rejected('UNKNOWN_STATUS', row.status ?? undefined);
  if ((row.currency ?? '').toUpperCase() !== currency) {
    throw new Rejected('OTHER_CURRENCY', row.currency ?? undefined);
  }
  const createdAt = instantOf(row.created_at);
  if (createdAt === undefined) mend('CREATED_AT_UNKNOWN');
  return {
    ...fieldsOf(row, currency, mend),
    ...{ serviceId, providerId, currency },
    ...withStatus('SERVICE', serviceId, state),
    resourceIds: [providerId],
    createdAt: createdAt ?? cutAt,
  };
}

function fieldsOf(row: ServiceRow, currency: string, mend: NoteMend): ServiceInput {
  const priceMinor = minorOf(row.price_cents);
  if (priceMinor === undefined) throw new Rejected('AMOUNT_NOT_EXACT');
  if (priceMinor < 0) throw new Rejected('NEGATIVE_MONEY');
  const problem = priceProblem(priceMinor, currency);
  if (problem !== undefined) throw new Rejected('BAD_SERVICE', `price: ${problem}`);
  const clean = (field: 'title' | 'description', maxLength: number) => {
    const { text, isChanged } = cleanText(row[field], maxLength);
    if (isChanged) mend('TEXT_CLEANED', field);
    return text;
  };
  const parsed = ServiceInput.safeParse({
    title: clean('title', 120),
    description: clean('description', 4000),
    category: row.category,
    priceMinor,
    durationMin: row.duration_minutes,
    stepMin: row.step_minutes ?? row.duration_minutes,
    bufferBefore: row.buffer_before_minutes ?? 0,
    bufferAfter: row.buffer_after_minutes ?? 0,
    minNoticeMin: row.min_notice_minutes ?? 0,
    capacity: row.capacity ?? 1,
    policy: row.cancellation_policy,
    requiresApproval: row.requires_approval === true,
  });
  if (parsed.success) return parsed.data;
  throw new Rejected('BAD_SERVICE', String(parsed.error.issues[0]?.path.join('.')));
}
