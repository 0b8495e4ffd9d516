interface SlotFailure {
  slice: string;
  name: string;
  release: string;
  error: unknown;
}

/** One JSON line, so that failures can be counted by slice and release. */
export function logSlotFailure({ slice, name, release, error }: SlotFailure): void {
  const message = error instanceof Error ? error.message : String(error);
  console.error(
    JSON.stringify({ level: 'ERROR', event: 'slot-failed', slice, name, release, message }),
  );
}
