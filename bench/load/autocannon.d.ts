/** What we use of autocannon, which comes without types. */
declare module 'autocannon' {
  interface Request {
    method?: 'GET' | 'POST';
    path?: string;
    headers?: Record<string, string>;
    body?: string;
    /** Makes the next request; `context` is the same object until its answer has come. */
    setupRequest?(request: Request, context: Record<string, unknown>): Request;
    onResponse?(
      status: number,
      body: string,
      context: Record<string, unknown>,
      headers: Record<string, string | string[]>,
    ): void;
  }

  interface Options {
    url: string;
    connections: number;
    /** Requests a second, by all connections together. */
    overallRate: number;
    /** Seconds. */
    duration: number;
    /** Seconds until an answer counts as lost. */
    timeout: number;
    /** Latencies as they were, not as they would have been with more connections. */
    ignoreCoordinatedOmission: boolean;
    requests: Request[];
  }

  interface Result {
    /** Seconds. */
    duration: number;
    /** Connections that broke, answers that timed out. */
    errors: number;
    requests: { total: number; sent: number };
    latency: { p50: number; p99: number; max: number };
  }

  export default function autocannon(options: Options): Promise<Result>;
}
