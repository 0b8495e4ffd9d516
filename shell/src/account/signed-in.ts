import { ACCESS_COOKIE, ID_COOKIE } from '@marketplace/services/domain/identity';
import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { problemOf } from '../identity/problem';
import { type Account, accountOf } from '../identity/user-pool/account';
import { viewerOf } from '../identity/viewer';

/**
 * Whose account page this is, as the user pool has them now. A session that is over, or that was
 * ended elsewhere, is refreshed or signed in again first.
 */
export async function signedInAt(page: string): Promise<Account & { groups: string[] }> {
  const jar = await cookies();
  const viewer = await viewerOf(jar.get(ID_COOKIE)?.value);
  const accessToken = jar.get(ACCESS_COOKIE)?.value;
  if (!viewer.signedIn || !accessToken) return again(page);
  const account = await accountOf(accessToken).catch((error: unknown) => {
    if (problemOf(error).code === 'UNAVAILABLE') throw error;
    return again(page);
  });
  return { ...account, groups: viewer.groups };
}

function again(page: string): never {
  redirect(`/auth/refresh?next=${encodeURIComponent(page)}`);
}
