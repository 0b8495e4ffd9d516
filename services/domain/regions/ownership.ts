/** Which region a provider was moved to; there is none until somebody has moved it once. */
export interface Ownership {
  region: string;
  /** The region it is on its way to: until it has arrived, nobody writes its bookings. */
  movesTo?: string | undefined;
}

/** The one region that may write a provider's bookings and claims; none while it is on its way. */
export function writerOf(ownership: Ownership | undefined, homeRegion: string): string | undefined {
  if (ownership === undefined) return homeRegion;
  return ownership.movesTo === undefined ? ownership.region : undefined;
}

/** First step of a move, by the region that owns the provider; undefined for any other. */
export function released(
  ownership: Ownership | undefined,
  homeRegion: string,
  { by, to }: { by: string; to: string },
): Ownership | undefined {
  if (by === to || writerOf(ownership, homeRegion) !== by) return undefined;
  return { region: by, movesTo: to };
}

/** Second step, by the region that it moves to; undefined for any other. */
export function taken(ownership: Ownership | undefined, by: string): Ownership | undefined {
  return ownership?.movesTo === by ? { region: by } : undefined;
}

/** Without a first step: the region that owned the provider is lost, and was kept from writing. */
export function takenOver(by: string): Ownership {
  return { region: by };
}
