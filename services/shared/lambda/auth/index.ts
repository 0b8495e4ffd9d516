export { type AccessTokens, cognitoAccessTokens } from './access-token';
export { type Actor, actorKey, type UserActor } from './actor';
export { type Authentication, authenticate } from './authenticate';
export { type GuestTokens, guestTokens } from './guest-token';
export { requireSameOrigin } from './same-origin';
