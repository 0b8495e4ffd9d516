import {
  EDGE_METRICS,
  METRIC_NAMESPACE,
  SLICE_METRICS,
  type SliceMetricName,
} from '@marketplace/services/domain/metrics';
import type { Alarm, MetricIdentity, MetricStore } from '../../cloudwatch';
import { statistic } from '../../cloudwatch';
import { clockTime } from './format';
import { Html, html, NOTHING } from './html';

const HOUR_MS = 3_600_000;
const STEPS = 30;
const WIDTH = 120;
const HEIGHT = 24;

/** How each metric of a slice is read: what its number and its line show. */
const READINGS: Record<SliceMetricName, { stat: string; show: (value: number) => string }> = {
  SliceViews: { stat: 'Sum', show: String },
  SliceErrors: { stat: 'Sum', show: String },
  SliceLcp: { stat: 'p75', show: (value) => `${Math.round(value)} ms` },
  SliceInp: { stat: 'p75', show: (value) => `${Math.round(value)} ms` },
  SliceCls: { stat: 'p75', show: (value) => value.toFixed(3) },
};

const COUNTED = { stat: 'Sum', show: String };

const NAMES = Object.keys(SLICE_METRICS) as SliceMetricName[];

/** The last hour of every metric, and the alarms that watch canaries. */
export function metricsView(store: MetricStore, alarms: readonly Alarm[], nowMs: number): Html {
  const all = store.list();
  const others = all.filter(({ name }) => !(name in SLICE_METRICS || name in EDGE_METRICS));
  return html`<h2>Slices, by release</h2>${releaseTable(store, all, nowMs)}
<h2>Alarms of canaries</h2>${alarmTable(alarms)}
<h2>Decisions of the edge, other than to let in</h2>${edgeTable(store, nowMs)}
<h2>Services</h2>${otherTable(store, others, nowMs)}
<p class="muted">Of the last hour; a line is the hour in steps of two minutes. Percentiles are the 75th.</p>`;
}

function releaseTable(store: MetricStore, all: MetricIdentity[], nowMs: number): Html {
  const releases = all
    .filter(({ name }) => name === 'SliceViews')
    .map(({ dimensions }) => dimensions);
  if (releases.length === 0) {
    return html`<p class="muted">Open a page of the marketplace: a few seconds later its browser reports here.</p>`;
  }
  const cell = (name: SliceMetricName, identity: MetricIdentity) =>
    html`<td>${reading(store, { ...identity, name }, READINGS[name], nowMs)}</td>`;
  const rows = releases.map((dimensions) => {
    const identity = { namespace: all[0]?.namespace ?? '', name: '', dimensions };
    return html`<tr><td><strong>${dimensions.slice ?? ''}</strong><br><code>${dimensions.release ?? ''}</code></td>${NAMES.map((name) => cell(name, identity))}</tr>`;
  });
  const heads = NAMES.map((name) => html`<th>${name.replace('Slice', '')}</th>`);
  return html`<div class="card"><table><thead><tr><th>Release</th>${heads}</tr></thead><tbody>${rows}</tbody></table></div>`;
}

function alarmTable(alarms: readonly Alarm[]): Html {
  if (alarms.length === 0) return html`<p class="muted">No canary is served.</p>`;
  const rows = alarms.map(
    ({ AlarmName, AlarmDescription = '', state, changedAtMs }) =>
      html`<tr><td><span class="tag${state === 'ALARM' ? ' bad' : ''}">${state}</span></td><td><strong>${AlarmName}</strong><br><span class="muted">${AlarmDescription}</span></td><td class="number">${clockTime(changedAtMs)}</td></tr>`,
  );
  return html`<div class="card"><table><thead><tr><th>State</th><th>Alarm</th><th class="number">Since (UTC)</th></tr></thead><tbody>${rows}</tbody></table></div>`;
}

/** Every decision there is, so that one without a number is seen as well. */
function edgeTable(store: MetricStore, nowMs: number): Html {
  const rows = Object.entries(EDGE_METRICS).flatMap(([name, { dimension, values }]) =>
    Object.entries(values).map(([value, { by, meaning }]) => {
      const identity = { namespace: METRIC_NAMESPACE, name, dimensions: { [dimension]: value } };
      return html`<tr><td><strong>${value}</strong><br><span class="muted">${meaning}</span></td><td>${name}</td><td><code>${by}</code></td><td>${reading(store, identity, COUNTED, nowMs)}</td></tr>`;
    }),
  );
  return html`<div class="card"><table><thead><tr><th>Decision</th><th>Metric</th><th>By</th><th>Last hour</th></tr></thead><tbody>${rows}</tbody></table></div>`;
}

function otherTable(store: MetricStore, metrics: MetricIdentity[], nowMs: number): Html {
  if (metrics.length === 0) return html`<p class="muted">Nothing was counted yet.</p>`;
  const rows = metrics.map((identity) => {
    const { name, dimensions } = identity;
    const isDistribution = /Latency|Age/.test(name);
    const how = isDistribution
      ? { stat: 'p75', show: (value: number) => value.toFixed(1) }
      : COUNTED;
    return html`<tr><td><strong>${name}</strong></td><td>${Object.values(dimensions).join(', ')}</td><td>${reading(store, identity, how, nowMs)}</td></tr>`;
  });
  return html`<div class="card"><table><thead><tr><th>Metric</th><th>Of</th><th>Last hour</th></tr></thead><tbody>${rows}</tbody></table></div>`;
}

function reading(
  store: MetricStore,
  identity: MetricIdentity,
  { stat, show }: { stat: string; show: (value: number) => string },
  nowMs: number,
): Html {
  const fromMs = nowMs - HOUR_MS;
  const total = statistic(stat, store.values(identity, fromMs, nowMs + 1));
  if (total === undefined) return html`<span class="muted">–</span>`;
  const stepMs = HOUR_MS / STEPS;
  const points = Array.from({ length: STEPS }, (_, step) => {
    const startMs = fromMs + step * stepMs;
    return statistic(stat, store.values(identity, startMs, startMs + stepMs + 1));
  });
  return html`${show(total)} ${sparkline(points)}`;
}

/** Bars from the bottom; a step without data has none. */
function sparkline(points: (number | undefined)[]): Html {
  const highest = Math.max(...points.map((point) => point ?? 0));
  if (highest === 0) return NOTHING;
  const barWidth = WIDTH / points.length;
  const bars = points.map((point, index) => {
    const height = Math.max(1, ((point ?? 0) / highest) * HEIGHT);
    if (point === undefined) return NOTHING;
    return html`<rect x="${(index * barWidth).toFixed(1)}" y="${(HEIGHT - height).toFixed(1)}" width="${(barWidth - 1).toFixed(1)}" height="${height.toFixed(1)}"/>`;
  });
  const open = `<svg class="spark" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}" aria-hidden="true">`;
  return html`${new Html(open)}${bars}${new Html('</svg>')}`;
}
