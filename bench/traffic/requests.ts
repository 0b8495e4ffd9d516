import type { CDPSession } from '@playwright/test';

/** A request that a browser made, and what became of it. */
export interface SeenRequest {
  path: string;
  isDocument: boolean;
  /** What came through the network, headers as HTTP/1.1 has them; nothing for what the browser had. */
  bytes: number;
  isOver: boolean;
  /** `Miss from cloudfront` and its like. */
  edge: string;
  /** From the question to the first byte of the answer. */
  waitedMs: number;
}

/** What only the local cloud serves: its console, and Stripe, who is not asked through the distribution. */
const LOCAL_ONLY = /^\/_local\//;

/** Notes every request of a page to the origin, also those that a browser sends as it leaves. */
export async function noteRequests(devtools: CDPSession, origin: string): Promise<SeenRequest[]> {
  const seen = new Map<string, SeenRequest>();
  const list: SeenRequest[] = [];
  await devtools.send('Network.enable');
  devtools.on('Network.requestWillBeSent', ({ requestId, request, type }) => {
    const { origin: asked, pathname } = new URL(request.url);
    if (asked !== origin || LOCAL_ONLY.test(pathname)) return;
    const isDocument = type === 'Document';
    const note = { path: pathname, isDocument, bytes: 0, isOver: false, edge: '', waitedMs: 0 };
    seen.set(requestId, note);
    list.push(note);
  });
  devtools.on('Network.responseReceived', ({ requestId, response }) => {
    const note = seen.get(requestId);
    if (!note) return;
    const { timing } = response;
    note.edge = response.headers['x-cache'] ?? '';
    if (timing) note.waitedMs = timing.receiveHeadersEnd - timing.sendEnd;
  });
  devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const note = seen.get(requestId);
    if (note) Object.assign(note, { bytes: encodedDataLength, isOver: true });
  });
  devtools.on('Network.loadingFailed', ({ requestId }) => {
    const note = seen.get(requestId);
    if (note) note.isOver = true;
  });
  return list;
}

const BYTES_PER_KB = 1024;
/** Where the distribution does not ask the shell. */
const NOT_THE_SHELL = /^\/(?:_next\/static|_mf|api|edge|media)\//;
const RENDERED = /^\/_next\/data\//;

/** What of these requests costs something. */
export function costOf(requests: readonly SeenRequest[]) {
  const sent = requests.filter(({ bytes, isOver }) => bytes > 0 || !isOver);
  const asked = sent.filter(
    ({ edge, path }) => edge.startsWith('Miss') && !NOT_THE_SHELL.test(path),
  );
  return {
    requests: sent.length,
    kb: sent.reduce((sum, { bytes }) => sum + bytes, 0) / BYTES_PER_KB,
    renders: asked.filter(({ isDocument, path }) => isDocument || RENDERED.test(path)).length,
    /** What the shell answered: a page, whichever it is, or a file. */
    shell: asked.map(({ isDocument, path, waitedMs }) => ({
      what: isDocument ? 'page' : path,
      ms: waitedMs,
    })),
  };
}

export type Cost = ReturnType<typeof costOf>;
