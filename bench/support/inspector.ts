import { until } from '../../infra/local/until';

/** Where Node opens its inspector when a process is asked to by signal. */
const SIGNALLED_PORT = 9229;
const OPEN_MS = 10_000;

/** Asks a process by the protocol of Chrome's developer tools. */
export type Ask = (method: string, params?: object) => Promise<Record<string, unknown>>;

/** The inspector of a process that was started with `--inspect` on this port. */
export async function inspectorOf(port: number): Promise<Ask> {
  const [target] = (await (await fetch(`http://127.0.0.1:${port}/json`)).json()) as {
    webSocketDebuggerUrl: string;
  }[];
  const socket = new WebSocket(target?.webSocketDebuggerUrl ?? '');
  await new Promise((resolve) => socket.addEventListener('open', resolve, { once: true }));
  const waiting = new Map<number, (result: Record<string, unknown>) => void>();
  socket.addEventListener('message', ({ data }) => {
    const { id, result } = JSON.parse(String(data));
    waiting.get(id)?.(result);
  });
  let count = 0;
  return (method, params = {}) =>
    new Promise((resolve) => {
      count += 1;
      waiting.set(count, resolve);
      socket.send(JSON.stringify({ id: count, method, params }));
    });
}

/**
 * Opens the inspector of a running Node process.
 * @throws Error when another process has the port that Node takes for it
 */
export async function openInspector(pid: number): Promise<Ask> {
  process.kill(pid, 'SIGUSR1');
  const ask = await until(() => inspectorOf(SIGNALLED_PORT), OPEN_MS);
  const isIts = ask && (await evaluate(ask, 'process.pid')) === pid;
  if (isIts) return ask;
  throw new Error(`The inspector of ${pid} does not open: end what holds port ${SIGNALLED_PORT}.`);
}

/** The value of an expression in the process. */
export async function evaluate(ask: Ask, expression: string): Promise<unknown> {
  const { result } = await ask('Runtime.evaluate', { expression });
  return (result as { value?: unknown }).value;
}

/** Bytes in use after a collection, on the heap and in buffers beside it. */
export async function liveBytes(ask: Ask): Promise<number> {
  await ask('HeapProfiler.collectGarbage');
  const expression = '(({ heapUsed, external }) => heapUsed + external)(process.memoryUsage())';
  return (await evaluate(ask, expression)) as number;
}
