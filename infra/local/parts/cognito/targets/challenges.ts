import { randomBytes } from 'node:crypto';
import { NotAuthorizedError } from 'cognito-local/lib/errors';

const SESSION_BYTES = 200;
const ATTEMPTS = 5;
const EXPIRED = 'Invalid session for the user, session is expired.';

interface Challenge {
  username: string;
  expiresAtMs: number;
  attemptsLeft: number;
}

/** Sign-ins that wait for a code, by the `Session` that the caller holds. */
export class Challenges {
  private readonly open = new Map<string, Challenge>();

  begin(username: string, nowMs: number, lifetimeSeconds: number): string {
    for (const [session, { expiresAtMs }] of this.open) {
      if (expiresAtMs <= nowMs) this.open.delete(session);
    }
    const session = randomBytes(SESSION_BYTES).toString('base64url');
    const expiresAtMs = nowMs + lifetimeSeconds * 1000;
    this.open.set(session, { username, expiresAtMs, attemptsLeft: ATTEMPTS });
    return session;
  }

  /** @throws NotAuthorizedError when the session is unknown, late, or was tried too often */
  attempt(session: string, nowMs: number): string {
    const challenge = this.open.get(session);
    if (!challenge || challenge.expiresAtMs <= nowMs || challenge.attemptsLeft === 0) {
      throw new NotAuthorizedError(EXPIRED);
    }
    challenge.attemptsLeft -= 1;
    return challenge.username;
  }

  end(session: string): void {
    this.open.delete(session);
  }
}
