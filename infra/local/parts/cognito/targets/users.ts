import type { Context } from 'cognito-local/lib/services/context';
import type { Services } from 'cognito-local/lib/services/index';
import {
  attribute,
  attributesAppend,
  type User,
  type UserPoolService,
} from 'cognito-local/lib/services/userPoolService';
import type { Request } from './target';

/** The pool that a request names directly or through its client. */
export function poolOf(
  services: Services,
  ctx: Context,
  request: Request,
): Promise<UserPoolService> {
  return request.UserPoolId
    ? services.cognito.getUserPool(ctx, request.UserPoolId)
    : services.cognito.getUserPoolForClientId(ctx, request.ClientId ?? '');
}

export interface Found {
  pool: UserPoolService;
  user: User | null;
}

export async function findUser(services: Services, ctx: Context, request: Request): Promise<Found> {
  const pool = await poolOf(services, ctx, request);
  return { pool, user: await pool.getUserByUsername(ctx, request.Username ?? '') };
}

/** Whoever typed a mailed code owns the address. */
export async function markEmailVerified(
  services: Services,
  ctx: Context,
  request: Request,
): Promise<void> {
  const { pool, user } = await findUser(services, ctx, request);
  if (!user) return;
  const Attributes = attributesAppend(user.Attributes, attribute('email_verified', 'true'));
  await pool.saveUser(ctx, { ...user, Attributes });
}

/** `c***@d***`, as Cognito tells where it sent a code. */
function masked(email: string): string {
  const [name = '', domain = ''] = email.split('@');
  return `${name.slice(0, 1)}***@${domain.slice(0, 1)}***`;
}

/** The answer that says where a code went; the same whether the account exists or not. */
export function delivered(email: string) {
  return {
    CodeDeliveryDetails: {
      AttributeName: 'email',
      DeliveryMedium: 'EMAIL',
      Destination: masked(email),
    },
  };
}
