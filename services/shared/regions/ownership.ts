import { type Ownership, released, taken, takenOver } from '../../domain/regions';
import { type MarketTable, written } from '../table';

/** The table as one region has it. */
export interface Region {
  name: string;
  table: MarketTable;
}

export interface Move {
  providerId: string;
  homeRegion: string;
  now: Date;
}

/** What a region knows of who owns a provider; another region's latest step may be still on its way here. */
export async function readOwnership(
  { table }: Region,
  providerId: string,
): Promise<Ownership | undefined> {
  const { data } = await table.providerRegion.get({ providerId }).go({ consistent: true });
  return data ?? undefined;
}

/**
 * First step of a move, in the region that owns the provider: from here on nobody writes its bookings.
 * @throws Error when this region does not own it.
 */
export async function releaseProvider(from: Region, to: string, move: Move): Promise<void> {
  const before = await readOwnership(from, move.providerId);
  const after = released(before, move.homeRegion, { by: from.name, to });
  if (!after) throw new Error(`${from.name} cannot give ${move.providerId} to ${to}.`);
  await replace(from, move, before, after);
}

/**
 * Second step, in the region that it moves to, once both regions have the same of the provider.
 * @throws Error naming what differs, or when the provider does not move here as far as is known here.
 */
export async function takeProvider(
  into: Region,
  differences: readonly string[],
  move: Move,
): Promise<void> {
  const before = await readOwnership(into, move.providerId);
  const after = taken(before, into.name);
  if (!after)
    throw new Error(`${move.providerId} does not move to ${into.name}, for all it knows.`);
  if (differences.length > 0) {
    throw new Error(`The regions differ yet: ${differences.join(', ')}.`);
  }
  await replace(into, move, before, after);
}

/** The only step where the owner is lost. Who takes it must have made sure that the other one cannot write. */
export async function takeOverProvider(into: Region, move: Move): Promise<void> {
  const before = await readOwnership(into, move.providerId);
  await replace(into, move, before, takenOver(into.name));
}

async function replace(
  { table }: Region,
  { providerId, now }: Move,
  before: Ownership | undefined,
  { region: owner, movesTo: next }: Ownership,
): Promise<void> {
  const isWritten = await written(
    table.providerRegion
      .put({
        ...{ providerId, region: owner, changedAt: now.toISOString() },
        ...(next !== undefined && { movesTo: next }),
      })
      .where(({ region, movesTo }, { eq, notExists }) => {
        if (before === undefined) return notExists(region);
        const isMoving =
          before.movesTo === undefined ? notExists(movesTo) : eq(movesTo, before.movesTo);
        return `${eq(region, before.region)} AND ${isMoving}`;
      })
      .go(),
  );
  if (!isWritten) throw new Error(`${providerId} was moved by somebody else at the same moment.`);
}
