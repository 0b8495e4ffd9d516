export { type Log, logAbout, type Metrics, silentLog, silentMetrics } from './ports';
export { createTelemetry, type Telemetry } from './telemetry';
