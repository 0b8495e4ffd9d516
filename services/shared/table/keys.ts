/** Attribute names of the table's key. */
export const TABLE_KEY = { partition: 'PK', sort: 'SK' } as const;

/** Key schemas of the indexes: `[partition attribute, sort attribute]`. */
export const TABLE_INDEXES = {
  GSI1: ['slug', 'PK'],
  GSI2: ['status', 'PK'],
  GSI3: ['customerId', 'SK'],
  GSI4: ['providerId', 'startsAt'],
  GSI5: ['customerId', 'startsAt'],
} as const;

const STATUS_SHARDS = 16;

type Sharded = 'BOOKING' | 'PROVIDER' | 'SERVICE';

/** A state with the value that finds it through GSI2: `BOOKING#held#07`, the shard taken from the id. */
export function withStatus<S extends string>(
  kind: Sharded,
  id: string,
  state: S,
): { state: S; status: string } {
  return { state, status: statusKey(kind, state, shardOf(id)) };
}

/** The values under which GSI2 keeps everything in a state; read them in parallel. */
export function statusShards(kind: Sharded, state: string): string[] {
  return Array.from({ length: STATUS_SHARDS }, (_, shard) => statusKey(kind, state, shard));
}

/** The value under which GSI2 keeps a ledger entry of an instant: its UTC day and a shard. */
export function ledgerShardOf(at: string, stripeId: string): string {
  return statusKey('LEDGER', at.slice(0, 10), shardOf(stripeId));
}

/** The values under which GSI2 keeps a UTC day's ledger entries; read them in parallel. */
export function ledgerShards(day: string): string[] {
  return Array.from({ length: STATUS_SHARDS }, (_, shard) => statusKey('LEDGER', day, shard));
}

function statusKey(kind: Sharded | 'LEDGER', state: string, shard: number): string {
  return `${kind}#${state}#${String(shard).padStart(2, '0')}`;
}

function shardOf(id: string): number {
  let hash = 0;
  for (const char of id) hash = (Math.imul(hash, 31) + char.charCodeAt(0)) >>> 0;
  return hash % STATUS_SHARDS;
}
