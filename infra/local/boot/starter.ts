import type { Part } from '../part';

export interface Step {
  name: string;
  /** What is up now, in the part's own words. */
  detail: string;
  durationMs: number;
}

/** Starts parts, remembers them, and ends them all when one cannot start. */
export class Starter {
  readonly parts: Part[] = [];

  constructor(private readonly onStep: (step: Step) => void) {}

  async start<P extends Part>(begin: () => Promise<P> | P): Promise<P> {
    const startedMs = performance.now();
    const part = await begin();
    this.parts.push(part);
    const { detail } = await part.health();
    this.onStep({ name: part.name, detail, durationMs: performance.now() - startedMs });
    return part;
  }

  /** Latest first; one that fails to stop does not keep the others running. */
  async stop(): Promise<void> {
    const failures: unknown[] = [];
    for (const part of this.parts.splice(0).reverse()) {
      await part.stop().catch((error: unknown) => failures.push(error));
    }
    if (failures.length > 0) throw new AggregateError(failures, 'Some parts did not stop cleanly');
  }
}

/** Waits for all, also when one fails, so that whoever stops the parts finds every one that started. */
export async function allSettled<T extends readonly unknown[] | []>(
  starts: T,
): Promise<{ -readonly [K in keyof T]: Awaited<T[K]> }> {
  await Promise.allSettled(starts);
  return Promise.all(starts);
}
