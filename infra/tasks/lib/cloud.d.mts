/** What TypeScript may know of `cloud.mjs`. */
export function withCloud<Result>(
  options: { port: number; label: string },
  work: (cloud: { pid: number; stateDir: string }) => Promise<Result>,
): Promise<Result>;
