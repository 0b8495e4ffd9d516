import { marketForCountry } from '@marketplace/services/domain/markets';
import { isCurrency } from '@marketplace/services/domain/money';
import { Place, WeeklyRule } from '@marketplace/services/shared/contract';
import { slugOf } from '@marketplace/services/shared/seed/slug';
import {
  type AvailabilityItem,
  type ProviderItem,
  type ProviderState,
  withStatus,
} from '@marketplace/services/shared/table';
import { z } from 'zod';
import type { ProviderRow } from '../source/rows';
import { Rejected } from './findings';
import { idOf } from './ids';
import type { NoteMend } from './items';
import { cleanText, instantOf } from './values';

export interface Business {
  /** Without what its bookings and reviews add. */
  provider: ProviderItem;
  availability: AvailabilityItem;
}

const STATES: Record<string, ProviderState> = {
  draft: 'draft',
  published: 'active',
  blocked: 'suspended',
};
const LENGTHS = { name: 120, headline: 160, about: 4000 } as const;
const MAX_SLUG_LENGTH = 80;
const Rules = z.array(WeeklyRule).max(50);

/** @throws Rejected */
export function businessOf(row: ProviderRow, cutAt: string, mend: NoteMend): Business {
  const providerId = idOf(row.id);
  const ownerUserId = ownerOf(row);
  const texts = textsOf(row, mend);
  if (texts.name === '') throw new Rejected('NO_NAME');
  const currency = (row.currency ?? '').trim().toUpperCase();
  if (!isCurrency(currency)) throw new Rejected('UNKNOWN_CURRENCY', row.currency ?? undefined);
  const timeZone = timeZoneOf(row);
  const state = STATES[row.status ?? ''];
  if (!state) throw new Rejected('UNKNOWN_STATUS', row.status ?? undefined);
  const createdAt = instantOf(row.created_at);
  if (createdAt === undefined) mend('CREATED_AT_UNKNOWN');
  const place = placeOf(row);
  const isOnboarded = row.stripe_account_id !== null && row.stripe_account_id !== '';
  return {
    provider: {
      ...{ providerId, ownerUserId, ...texts, currency, timeZone, place },
      slug: slugFor(row, texts.name, mend),
      ...withStatus('PROVIDER', providerId, state),
      verified: row.verified === true,
      market: marketForCountry(place.country),
      languages: (row.languages ?? []).filter((language) => /^[a-z]{2}$/.test(language)),
      memberSince: (createdAt ?? cutAt).slice(0, 10),
      ...{ ratingSum: 0, ratingCount: 0, bookingsCount: 0 },
      ...(isOnboarded && { stripeAccountId: row.stripe_account_id ?? '' }),
      chargesEnabled: isOnboarded && row.charges_enabled === true,
      payoutsEnabled: isOnboarded && row.payouts_enabled === true,
    },
    availability: { providerId, timeZone, rules: rulesOf(row, mend), overrides: [] },
  };
}

function ownerOf({ account_id, nth_of_owner }: ProviderRow): string {
  if (account_id === null) throw new Rejected('OWNER_NOT_MIGRATED');
  if (nth_of_owner !== '1') throw new Rejected('SECOND_BUSINESS', account_id);
  return account_id;
}

function textsOf(row: ProviderRow, mend: NoteMend) {
  const clean = (field: keyof typeof LENGTHS) => {
    const { text, isChanged } = cleanText(row[field], LENGTHS[field]);
    if (isChanged) mend('TEXT_CLEANED', field);
    return text;
  };
  return { name: clean('name'), headline: clean('headline'), about: clean('about') };
}

function timeZoneOf({ time_zone }: ProviderRow): string {
  try {
    new Intl.DateTimeFormat('en', { timeZone: time_zone ?? '' });
    return time_zone ?? '';
  } catch {
    throw new Rejected('BAD_TIME_ZONE', time_zone ?? undefined);
  }
}

function placeOf({ city, street, postcode, country, lat, lng }: ProviderRow): Place {
  const clean = (text: string | null) => cleanText(text, 120).text;
  const parsed = Place.safeParse({
    city: clean(city),
    ...(street && { street: clean(street) }),
    ...(postcode && { postcode: clean(postcode) }),
    country: clean(country).toUpperCase(),
    ...{ lat, lon: lng },
  });
  if (!parsed.success || parsed.data.city === '') throw new Rejected('BAD_PLACE');
  return parsed.data;
}

/** Links that are out there go on working, unless two providers share one. */
function slugFor(row: ProviderRow, name: string, mend: NoteMend): string {
  const slug = (row.slug ?? '').trim().toLowerCase();
  const isUsable = /^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug) && slug.length <= MAX_SLUG_LENGTH;
  if (isUsable && row.nth_of_slug === '1') return slug;
  mend('SLUG_CHANGED', row.slug ?? undefined);
  const stem = slugOf(name).slice(0, MAX_SLUG_LENGTH) || 'provider';
  return `${stem}-${idOf(row.id).slice(-8)}`;
}

function rulesOf({ opening_hours }: ProviderRow, mend: NoteMend): AvailabilityItem['rules'] {
  if (opening_hours === null) return [];
  const parsed = Rules.safeParse(opening_hours);
  if (parsed.success) return parsed.data;
  mend('HOURS_DROPPED');
  return [];
}
