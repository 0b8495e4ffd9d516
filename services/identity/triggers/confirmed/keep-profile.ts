import { type MarketTable, written } from '../../../shared/table';

/** Keeps who signed up as `USER#id|PROFILE`; what is there already stays, however often it is told. */
export async function keepProfile(
  { table, now }: { table: MarketTable; now: Date },
  attributes: Record<string, string>,
): Promise<void> {
  const { sub: userId, email, name } = attributes;
  if (!userId || !email) throw new Error('A confirmed account has an id and an address');
  const profile = { userId, email, name: name ?? email, createdAt: now.toISOString() };
  await written(table.user.create(profile).go());
}
