import type { DecidedAtEdge } from '@marketplace/services/domain/metrics';
import type { AuthDecision, Identity } from './decide';

const DENIALS = { 400: 'path-unreadable', 401: 'unauthenticated', 403: 'forbidden' } as const;

/** How a decision against letting in is counted. */
export function recordOf(
  decision: Exclude<AuthDecision, { kind: 'pass' }>,
  identity: Identity,
): DecidedAtEdge {
  return {
    decision: decision.kind === 'redirect' ? decision.door : DENIALS[decision.status],
    tokenFault: identity.kind === 'none' ? identity.tokenFault : undefined,
  };
}
