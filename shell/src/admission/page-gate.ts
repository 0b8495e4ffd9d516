import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Gate } from './gate';
import { nextLimit } from './next-limit';

const AT_FIRST = 8;
const ROOM = 32;
const PATIENCE_MS = 1_500;
const LOOK_EVERY_MS = 500;
const RESOLUTION_MS = 20;
const NS_PER_MS = 1e6;

let gate: Gate | undefined;

/** The one gate that all composed pages of this server go through. */
export function pageGate(): Gate {
  gate ??= watched(new Gate({ limit: AT_FIRST, room: ROOM, patienceMs: PATIENCE_MS }));
  return gate;
}

/** Fits the gate's limit to what the process can do, and says when it turned somebody away. */
function watched(opened: Gate): Gate {
  const delays = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  delays.enable();
  const look = () => {
    const delayMs = delays.mean / NS_PER_MS - RESOLUTION_MS;
    delays.reset();
    const { turnedAway, wasFull } = opened.takeCounts();
    opened.limit = nextLimit(opened.limit, { delayMs, wasFull });
    if (turnedAway > 0) logTurnedAway(turnedAway, opened.limit, delayMs);
  };
  setInterval(look, LOOK_EVERY_MS).unref();
  return opened;
}

function logTurnedAway(pages: number, limit: number, delayMs: number): void {
  const line = { level: 'WARN', event: 'pages-turned-away', pages, limit };
  console.warn(JSON.stringify({ ...line, eventLoopDelayMs: Math.round(delayMs) }));
}
