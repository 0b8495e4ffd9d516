import { METRIC_NAMESPACE } from './namespace';

/** Decisions of edge functions that somebody may want to see; "let in" is what remains of the invocations. */
const DECISIONS = {
  'sign-in': { by: 'viewer-auth', meaning: 'A page of signed-in people: sent to sign in' },
  refresh: { by: 'viewer-auth', meaning: 'The session may go on: sent for fresh tokens' },
  unauthenticated: { by: 'viewer-auth', meaning: 'A script without a good token: 401' },
  forbidden: { by: 'viewer-auth', meaning: 'Signed in, and not of the group it needs: 403' },
  'path-unreadable': { by: 'viewer-auth', meaning: 'A path that can be read in two ways: 400' },
  'shell-unreachable': {
    by: 'origin-personalize',
    meaning: 'No page to be had of the shell: a kept one stands in, or an error',
  },
} as const;

/** Why a token that came with such a request did not count. */
const FAULTS = {
  expired: { by: 'viewer-auth', meaning: 'Its time is over' },
  'key-unknown': { by: 'viewer-auth', meaning: 'Signed with a key that the pool does not publish' },
  invalid: { by: 'viewer-auth', meaning: 'Forged, damaged, or of another pool or client' },
} as const;

export type EdgeDecision = keyof typeof DECISIONS;
export type TokenFault = keyof typeof FAULTS;

/** What functions at the edge count, with every value of the one dimension that each metric has. */
export const EDGE_METRICS = {
  EdgeDecision: { dimension: 'decision', values: DECISIONS },
  TokenRefused: { dimension: 'reason', values: FAULTS },
} as const;

export type EdgeMetricName = keyof typeof EDGE_METRICS;

export interface DecidedAtEdge {
  decision: EdgeDecision;
  /** Of the token that the request came with, if it came with one. */
  tokenFault?: TokenFault | undefined;
}

/** A decision as one line of CloudWatch's embedded metric format; nothing in it is the visitor's. */
export function edgeMetricsLine({ decision, tokenFault }: DecidedAtEdge, atMs: number): string {
  const definitions = [definition('EdgeDecision', 'decision')];
  if (tokenFault !== undefined) definitions.push(definition('TokenRefused', 'reason'));
  return JSON.stringify({
    _aws: { Timestamp: atMs, CloudWatchMetrics: definitions },
    decision,
    EdgeDecision: 1,
    ...(tokenFault !== undefined && { reason: tokenFault, TokenRefused: 1 }),
  });
}

function definition(name: EdgeMetricName, dimension: string) {
  return {
    Namespace: METRIC_NAMESPACE,
    Dimensions: [[dimension]],
    Metrics: [{ Name: name, Unit: 'Count' }],
  };
}
