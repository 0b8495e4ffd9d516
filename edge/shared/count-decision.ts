import { type DecidedAtEdge, edgeMetricsLine } from '@marketplace/services/domain/metrics';

/**
 * Counts a decision, in whichever region the function runs. Written past `console`, which would put
 * the time and the request's id before the JSON: CloudWatch reads metrics of lines that are JSON only.
 */
export function countDecision(decided: DecidedAtEdge): void {
  process.stdout.write(`${edgeMetricsLine(decided, Date.now())}\n`);
}
