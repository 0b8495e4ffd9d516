/** What TypeScript may know of `build.mjs`. */
export function buildAll(port: number): Promise<void>;
