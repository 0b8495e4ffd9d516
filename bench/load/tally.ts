import { KINDS, type Kind } from './visitors/mix';

export interface Counts {
  /** 2xx, and 409 where somebody was faster. */
  served: number;
  /** 429 and 503 with `Retry-After`. */
  shed: number;
  /** Anything else. */
  wrong: number;
}

export type Tally = Record<Kind, Counts> & { examples: string[] };

const MOST_EXAMPLES = 10;
const SHED = [429, 503];

export function emptyTally(): Tally {
  const counts = KINDS.map((kind) => [kind, { served: 0, shed: 0, wrong: 0 }]);
  return { ...(Object.fromEntries(counts) as Record<Kind, Counts>), examples: [] };
}

/** Puts an answer where it belongs. */
export function count(
  tally: Tally,
  kind: Kind,
  answer: { status: number; headers: Record<string, string | string[]>; path: string },
): void {
  const { status, headers, path } = answer;
  if ((status >= 200 && status < 300) || (kind === 'booking' && status === 409)) {
    tally[kind].served += 1;
    return;
  }
  if (SHED.includes(status) && /^\d+$/.test(headerOf(headers, 'retry-after') ?? '')) {
    tally[kind].shed += 1;
    return;
  }
  tally[kind].wrong += 1;
  if (tally.examples.length < MOST_EXAMPLES) tally.examples.push(`${status} ${path}`);
}

export function total(tally: Tally, what: keyof Counts): number {
  return KINDS.reduce((sum, kind) => sum + tally[kind][what], 0);
}

function headerOf(headers: Record<string, string | string[]>, name: string): string | undefined {
  const [, value] = Object.entries(headers).find(([key]) => key.toLowerCase() === name) ?? [];
  return Array.isArray(value) ? value[0] : value;
}
