/** What TypeScript may know of `build.mjs`. */
export function buildAll(...ports: number[]): Promise<void>;
