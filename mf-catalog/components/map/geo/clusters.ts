import type { ScreenPoint } from './projection';

export interface Placed<T> {
  item: T;
  at: ScreenPoint;
}

export interface Cluster<T> {
  /** The first member's key: stays the same while the cluster does. */
  key: string;
  at: ScreenPoint;
  items: readonly T[];
}

/** How far apart two price labels must be not to touch. */
export const LABEL = { width: 84, height: 40 } as const;

/**
 * Joins what would overlap. Every item is in exactly one cluster, no two clusters touch, and the order
 * of the input does not matter.
 */
export function cluster<T>(placed: readonly Placed<T>[], keyOf: (item: T) => string): Cluster<T>[] {
  const ordered = placed
    .map((entry) => ({ ...entry, key: keyOf(entry.item) }))
    .sort((one, other) => (one.key < other.key ? -1 : 1));
  const clusters: { key: string; at: ScreenPoint; items: T[] }[] = [];
  for (const { item, at, key } of ordered) {
    const near = clusters.find((candidate) => touch(candidate.at, at));
    if (near) near.items.push(item);
    else clusters.push({ key, at, items: [item] });
  }
  return clusters;
}

function touch(one: ScreenPoint, other: ScreenPoint): boolean {
  return Math.abs(one.x - other.x) < LABEL.width && Math.abs(one.y - other.y) < LABEL.height;
}
