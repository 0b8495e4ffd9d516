/** Runs one named step of the journey. */
export type Step = (name: string, run: () => Promise<void>) => Promise<void>;

export function journey(origin: string, step: Step): Promise<void>;
