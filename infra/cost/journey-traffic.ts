/** Functions that answer through an API; the others work on what has happened. */
export const API_FUNCTIONS = ['catalog', 'booking', 'slots', 'provider', 'identity', 'payments'];

/** What happens where no location of the edge has the pages yet, and where it has. */
interface AtTheEdge {
  missed: number;
  known: number;
}

/** In a browser that was never here, and in one that was here before. */
interface InTheBrowser {
  fresh: number;
  again: number;
}

/** What visits of one kind were seen to ask for. */
export interface JourneyTraffic {
  requests: InTheBrowser;
  /** 1024 bytes each, compressed as the distribution and the shell do it, headers as HTTP/1.1 has them. */
  kb: InTheBrowser;
  renders: AtTheEdge;
  /** Everything that the shell answers, pages too. */
  shellRequests: AtTheEdge;
  shellMs: AtTheEdge;
  /** Invocations by the name of the bundle, and how long they take together. */
  functions: Readonly<Record<string, { calls: AtTheEdge; ms: AtTheEdge }>>;
}

/** How many visits find nothing: in the browser's cache, and at the edge. */
export interface Shares {
  fresh: number;
  missed: number;
}

/** An average visit. */
export function averageOf(traffic: JourneyTraffic, shares: Shares) {
  const browser = ({ fresh, again }: InTheBrowser) => again + (fresh - again) * shares.fresh;
  const edge = ({ missed, known }: AtTheEdge) => known + (missed - known) * shares.missed;
  const functions = Object.entries(traffic.functions).map(
    ([name, { calls, ms }]) => [name, { calls: edge(calls), ms: edge(ms) }] as const,
  );
  return {
    viewerRequests: browser(traffic.requests),
    viewerKb: browser(traffic.kb),
    shellRequests: edge(traffic.shellRequests),
    shellMs: edge(traffic.shellMs),
    functions: Object.fromEntries(functions),
  };
}
