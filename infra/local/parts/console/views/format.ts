export function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1024 / 1024)} MB`;
}

/** `14:03:21`, UTC. */
export function clockTime(atMs: number): string {
  return new Date(atMs).toISOString().slice(11, 19);
}

/** `22 Nov 14:03:21`, UTC. */
export function dayAndTime(atMs: number): string {
  const date = new Date(atMs);
  const day = date.toLocaleDateString('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });
  return `${day} ${clockTime(atMs)}`;
}
