import type { Improve } from './target';
import { findUser, ownerOf } from './users';

/** Ends every session of a user: neither refresh nor access tokens are taken by the pool any more. */
export const adminUserGlobalSignOut: Improve = (services) => async (ctx, request) => {
  const { user } = await findUser(services, ctx, request);
  if (user) services.sessions.endAllOf(user.Username);
  return {};
};

export const globalSignOut: Improve = (services) => async (ctx, request) => {
  const { user } = await ownerOf(services, ctx, request);
  services.sessions.endAllOf(user.Username);
  return {};
};

/** Ends the session that a refresh token belongs to; an unknown one is no news. */
export const revokeToken: Improve = (services) => async (_ctx, request) => {
  const found = services.sessions.findByRefreshToken(request.Token ?? '');
  if (found) services.sessions.end(found.session.id);
  return {};
};

/** What one can do with an own account ends its sessions with it. */
export const deleteUser: Improve = (services) => async (ctx, request) => {
  const { pool, user } = await ownerOf(services, ctx, request);
  services.sessions.endAllOf(user.Username);
  await pool.deleteUser(ctx, user);
  return {};
};

export const adminDeleteUser: Improve = (services, original) => async (ctx, request) => {
  const { user } = await findUser(services, ctx, request);
  if (user) services.sessions.endAllOf(user.Username);
  return original(ctx, user ? { ...request, Username: user.Username } : request);
};
