export { type ServiceSettings, serviceApp, withContext } from './app';
export {
  type AccessTokens,
  type Actor,
  type Authentication,
  type GuestTokens,
  guestTokens,
  requireSameOrigin,
  type UserActor,
} from './auth';
export type { RequestContext, ServiceEnv } from './context';
export { lambdaHandler, once } from './handler';
export { idempotentWrites } from './idempotency/middleware';
export { type ApiInfo, openApi31, serveOpenApi } from './openapi';
export {
  type FieldError,
  invalidInput,
  type ProblemCode,
  ProblemError,
} from './problems';
export type { Environment } from './runtime/env';
export { type Runtime, startRuntime } from './runtime/runtime';
export type { StripeSecret } from './runtime/secrets';
