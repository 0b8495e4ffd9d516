import { SLICES } from '@marketplace/services/domain/releases';
import { type SliceReport, VITALS_PATHS } from '@marketplace/services/domain/vitals';
import { onCLS, onINP, onLCP } from 'web-vitals';
import type { SlotState } from '../federation/slot-state';
import { createCollector, type ReleaseName, releaseIn } from './collector';

/** What a page that stays open waits before it reports. */
const SEND_AFTER_MS = 5_000;

const collector = createCollector(openedWith(), send);
let timer: ReturnType<typeof setTimeout> | undefined;

/** A slot came into view; one that shows a fallback or another release counts as a failure of the wanted one. */
export function slotShown(slot: SlotState): void {
  const name = wantedOf(slot);
  if (!name) return;
  collector.viewed(name);
  if (slot.status === 'failed' || name.release !== slot.release?.release) collector.failed(name);
  sendSoon();
}

/** The code of a slot threw, or did not come. */
export function slotFailed(slot: SlotState): void {
  const name = wantedOf(slot);
  if (name) collector.failed(name);
  sendSoon();
}

function wantedOf({ slice, wanted, release }: SlotState): ReleaseName | undefined {
  const name = wanted ?? release?.release;
  return name === undefined ? undefined : { slice, release: name };
}

function openedWith(): ReleaseName[] {
  const page: { props?: { pageProps?: { slots?: Record<string, SlotState> } } } =
    window.__NEXT_DATA__;
  return Object.values(page.props?.pageProps?.slots ?? {}).flatMap((slot) => wantedOf(slot) ?? []);
}

/** Outlives the page; nobody waits for it and its failure is nobody's. */
function send(report: SliceReport): void {
  const body = new Blob([JSON.stringify(report)], { type: 'application/json' });
  navigator.sendBeacon(VITALS_PATHS[report.slice], body);
}

function sendSoon(): void {
  timer ??= setTimeout(sendNow, SEND_AFTER_MS);
}

function sendNow(): void {
  clearTimeout(timer);
  timer = undefined;
  collector.flush();
}

function blame(text: string): void {
  const found = releaseIn(text);
  const slice = SLICES.find((name) => name === found?.slice);
  if (!found || !slice) return;
  collector.failed({ slice, release: found.release });
  sendSoon();
}

onLCP(({ value }) => collector.measured('lcpMs', value));
onINP(({ value }) => collector.measured('inpMs', value));
onCLS(({ value }) => collector.measured('cls', value));
addEventListener('error', ({ filename, error }) => blame(`${filename} ${stackOf(error)}`));
addEventListener('unhandledrejection', ({ reason }) => blame(stackOf(reason)));
// The last moment of a page, and registered after the library's listeners, which read their last values in it.
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'hidden') sendNow();
});

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? '') : '';
}
