import type { MarketTable } from '@marketplace/services/shared/table';
import type { EntityName, MigratedItem } from '../transform/items';

/** An item as the table holds it: keys, attributes of indexes and all. */
export type RawItem = Record<string, unknown>;

/** Spelled by the entity, as for every other write. */
export function rawItemOf(table: MarketTable, { entity, item }: MigratedItem): RawItem {
  // The union of entities has no common `put`; each gets its own item.
  const put = (table[entity].put as unknown as (item: unknown) => { params(): unknown })(item);
  return (put.params() as { Item: RawItem }).Item;
}

/** Every entity that the migration writes. */
export const ENTITY_NAMES: readonly EntityName[] = [
  'user',
  'migratedAccount',
  'provider',
  'availability',
  'service',
  'booking',
  'bookingContact',
  'payment',
  'ledger',
  'review',
  'resourceDay',
];

/** The entity of an item of the table, if it is one that the migration writes. */
export function entityOf(raw: RawItem): EntityName | undefined {
  return ENTITY_NAMES.find((name) => name === raw.__edb_e__);
}
