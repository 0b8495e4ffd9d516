export { type Log, logWith, type Metrics, silentLog, silentMetrics } from './ports';
export { createTelemetry, type Telemetry } from './telemetry';
