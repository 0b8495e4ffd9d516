import { compare } from 'bcryptjs';
import { emailHashOf, type MarketTable } from '../../../shared/table';

/** What the pool is to know of somebody who had an account before the marketplace moved here. */
export interface Admitted {
  email: string;
  email_verified: 'true';
  name: string;
}

/** Nobody's password: an unknown address takes as long as a known one. */
const NOBODYS_HASH = '$2a$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy';

/**
 * Whoever shows the former password, by its bcrypt hash; without a password, whoever has an account
 * waiting: the pool then mails a code to the address.
 */
export async function admit(
  table: MarketTable,
  { email, password }: { email: string; password: string | undefined },
): Promise<Admitted | undefined> {
  const { data: former } = await table.migratedAccount.get({ emailHash: emailHashOf(email) }).go();
  if (password !== undefined) {
    const isRight = await compare(password, former?.passwordHash ?? NOBODYS_HASH);
    if (!isRight || former?.passwordHash === undefined) return undefined;
  }
  if (!former) return undefined;
  return { email: former.email, email_verified: 'true', name: former.name };
}
