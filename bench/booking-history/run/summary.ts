import type { Anomaly } from '../checker/anomaly';
import type { CallLine, HistoryLine } from '../history/lines';

const ANOMALIES_SHOWN = 20;

/** Prints what a history holds, and what is wrong with it. */
export function printSummary(lines: readonly HistoryLine[], anomalies: readonly Anomaly[]): void {
  const calls = lines.filter((line): line is CallLine => line.kind === 'call');
  const bookings = lines.filter((line) => line.kind === 'booking');
  const faults = lines.filter((line) => line.kind === 'fault');
  print(
    `${calls.length} calls`,
    counted(calls, ({ action }) => action),
  );
  print(
    'answers',
    counted(calls, ({ outcome, code }) => [outcome, code].filter(Boolean).join(' ')),
  );
  print(
    `${bookings.length} bookings`,
    counted(bookings, ({ state }) => state),
  );
  print(
    `${lines.filter((line) => line.kind === 'payment').length} payments`,
    counted(
      lines.filter((line) => line.kind === 'entry'),
      ({ type }) => type,
    ),
  );
  print(
    `${faults.length} faults`,
    counted(faults, ({ fault }) => fault),
  );
  print(
    `${anomalies.length} anomalies`,
    counted(anomalies, ({ kind }) => kind),
  );
  for (const { kind, message } of anomalies.slice(0, ANOMALIES_SHOWN)) {
    console.log(`  ${kind}: ${message}`);
  }
}

function counted<T>(items: readonly T[], nameOf: (item: T) => string): string {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(nameOf(item), (counts.get(nameOf(item)) ?? 0) + 1);
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([name, count]) => `${name} ${count}`)
    .join(', ');
}

function print(title: string, detail: string): void {
  console.log(`${title}${detail === '' ? '' : `: ${detail}`}`);
}
