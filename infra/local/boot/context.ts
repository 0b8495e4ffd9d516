import type { Log } from '../part';
import type { MetricStore } from '../parts/cloudwatch';
import type { CloudAssembly } from '../template/types';
import type { Addresses } from './addresses';
import type { Starter } from './starter';

/** What every group of parts is started with. */
export interface BootContext {
  assembly: CloudAssembly;
  at: Addresses;
  starter: Starter;
  /** Endpoints and credentials for functions and shell. */
  env: Record<string, string>;
  stateDir: string;
  log: Log;
  /** What functions wrote to their logs in the embedded metric format. */
  metrics: MetricStore;
}
