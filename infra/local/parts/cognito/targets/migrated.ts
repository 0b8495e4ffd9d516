import { randomUUID } from 'node:crypto';
import type { Context } from 'cognito-local/lib/services/context';
import type { User } from 'cognito-local/lib/services/userPoolService';
import type { PoolServices } from '../services';
import type { Request } from './target';
import { type Found, findUser } from './users';

/**
 * The account of an address; for one that the pool does not know, what the user migration trigger
 * makes of it.
 */
export async function findOrMigrate(
  services: PoolServices,
  ctx: Context,
  request: Request,
  password?: string,
): Promise<Found> {
  const found = await findUser(services, ctx, request);
  if (found.user) return found;
  const person = await services.poolTriggers.migrated({
    clientId: request.ClientId ?? '',
    username: request.Username ?? '',
    ...(password !== undefined && { password }),
  });
  if (!person) return found;
  const now = services.clock.get();
  const sub = randomUUID();
  const user: User = {
    Username: sub,
    Password: password ?? randomUUID(),
    Attributes: Object.entries({ ...person.attributes, sub }).map(([Name, Value]) => ({
      Name,
      Value,
    })),
    Enabled: true,
    UserStatus: person.status,
    UserCreateDate: now,
    UserLastModifiedDate: now,
    RefreshTokens: [],
  };
  await found.pool.saveUser(ctx, user);
  return { pool: found.pool, user };
}
