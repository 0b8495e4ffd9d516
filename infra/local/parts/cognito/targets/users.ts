import {
  NotAuthorizedError,
  ResourceNotFoundError,
  UserNotConfirmedException,
} from 'cognito-local/lib/errors';
import type { AppClient } from 'cognito-local/lib/services/appClient';
import type { Context } from 'cognito-local/lib/services/context';
import {
  attribute,
  attributesAppend,
  type User,
  type UserPoolService,
} from 'cognito-local/lib/services/userPoolService';
import type { PoolServices } from '../services';
import { verifyAccessToken } from '../sessions/tokens';
import type { Request } from './target';

/** The pool that a request names directly or through its client. */
export function poolOf(
  services: PoolServices,
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

export async function findUser(
  services: PoolServices,
  ctx: Context,
  request: Request,
): Promise<Found> {
  const pool = await poolOf(services, ctx, request);
  return { pool, user: await pool.getUserByUsername(ctx, request.Username ?? '') };
}

export async function clientOf(
  services: PoolServices,
  ctx: Context,
  { ClientId = '' }: Request,
): Promise<AppClient> {
  const client = await services.cognito.getAppClient(ctx, ClientId);
  if (!client) throw new ResourceNotFoundError(`User pool client ${ClientId} does not exist.`);
  return client;
}

/**
 * Whose access token a request carries.
 * @throws NotAuthorizedError when it is not ours, has expired, or its session has ended
 */
export async function ownerOf(
  services: PoolServices,
  ctx: Context,
  { AccessToken = '' }: Request,
): Promise<{ pool: UserPoolService; user: User }> {
  const nowSeconds = services.clock.get().getTime() / 1000;
  const { username, origin_jti } = verifyAccessToken(AccessToken, nowSeconds);
  if (!services.sessions.find(origin_jti ?? '')) {
    throw new NotAuthorizedError('Access Token has been revoked');
  }
  const pool = await services.cognito.getUserPool(ctx, services.poolId);
  const user = await pool.getUserByUsername(ctx, username);
  if (!user?.Enabled) throw new NotAuthorizedError('User is disabled.');
  return { pool, user };
}

/** Why an account cannot be signed in to, whoever knows its password. */
export function userStatusProblem({ Enabled, UserStatus }: User): Error | undefined {
  if (!Enabled) return new NotAuthorizedError('User is disabled.');
  return UserStatus === 'UNCONFIRMED' ? new UserNotConfirmedException() : undefined;
}

/** Whoever typed a mailed code owns the address. */
export async function markEmailVerified(
  services: PoolServices,
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
