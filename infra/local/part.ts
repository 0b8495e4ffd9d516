/** What a part of the local cloud tells the console about itself. */
export interface PartHealth {
  ready: boolean;
  /** One line for a person: what is up, or what is missing and what to do. */
  detail: string;
  /** Resident memory of the part's own child process, in bytes, when it has one. */
  rssBytes?: number;
}

/** A running part of the local cloud: one stand-in for one AWS service (or for Stripe). */
export interface Part {
  name: string;
  /** Base URL that the matching `AWS_ENDPOINT_URL_*` (or `STRIPE_API_ORIGIN`) points at. */
  url: string;
  health(): Promise<PartHealth>;
  /** Ends children and sockets; resolves once the ports are free again. */
  stop(): Promise<void>;
}

/** A line of the local cloud's log, shown by the console per source. */
export interface LogLine {
  atMs: number;
  source: string;
  level: 'debug' | 'info' | 'warn' | 'error';
  message: string;
}

export type Log = (line: Omit<LogLine, 'atMs'>) => void;
