/** Who asks. `guest` holds the access token of one booking and nothing else. */
export type Actor =
  | { kind: 'anonymous' }
  | { kind: 'guest'; bookingId: string }
  | { kind: 'user'; userId: string; groups: readonly string[]; accessToken: string };

export type UserActor = Extract<Actor, { kind: 'user' }>;

/** Tells one asker from another, for keys. */
export function actorKey(actor: Actor): string {
  switch (actor.kind) {
    case 'anonymous':
      return 'anonymous';
    case 'guest':
      return `guest:${actor.bookingId}`;
    case 'user':
      return `user:${actor.userId}`;
  }
}
