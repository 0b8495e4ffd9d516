import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { loadState, saveBehind } from '../../../state-file';

const REFRESH_TOKEN_BYTES = 96;

/** One sign-in and the refresh tokens that descend from it. */
export interface Session {
  /** `origin_jti` of every token of the session. */
  id: string;
  username: string;
  authTimeSeconds: number;
  /** Rotation does not prolong it. */
  expiresAtSeconds: number;
  /** By hash; the moment a token was rotated out, or null while it is the current one. */
  refreshTokens: Record<string, number | null>;
}

export interface FoundSession {
  session: Session;
  rotatedAtMs: number | null;
}

const hashOf = (token: string) => createHash('sha256').update(token).digest('hex');

/** The sessions of the pool, kept over restarts; who is not in here is signed out. */
export class SessionStore {
  private constructor(
    private readonly sessions: Record<string, Session>,
    private readonly saver: ReturnType<typeof saveBehind>,
  ) {}

  static async open(path: string): Promise<SessionStore> {
    const sessions = (await loadState<Record<string, Session>>(path)) ?? {};
    return new SessionStore(
      sessions,
      saveBehind(path, () => sessions),
    );
  }

  begin(username: string, nowSeconds: number, lifetimeSeconds: number): Session {
    this.forget((session) => session.expiresAtSeconds <= nowSeconds);
    const session: Session = {
      id: randomUUID(),
      username,
      authTimeSeconds: nowSeconds,
      expiresAtSeconds: nowSeconds + lifetimeSeconds,
      refreshTokens: {},
    };
    this.sessions[session.id] = session;
    this.saver.touch();
    return session;
  }

  find(id: string): Session | undefined {
    return this.sessions[id];
  }

  findByRefreshToken(token: string): FoundSession | undefined {
    const hash = hashOf(token);
    const session = Object.values(this.sessions).find(({ refreshTokens }) => hash in refreshTokens);
    return session && { session, rotatedAtMs: session.refreshTokens[hash] ?? null };
  }

  /** A new refresh token of the session. */
  addRefreshToken({ refreshTokens }: Session): string {
    const token = randomBytes(REFRESH_TOKEN_BYTES).toString('base64url');
    refreshTokens[hashOf(token)] = null;
    this.saver.touch();
    return token;
  }

  /** Starts the grace period of a token; a token that is in it stays as it is. */
  rotateOut({ refreshTokens }: Session, token: string, nowMs: number): void {
    refreshTokens[hashOf(token)] ??= nowMs;
    this.saver.touch();
  }

  end(id: string): void {
    this.forget((session) => session.id === id);
  }

  endAllOf(username: string): void {
    this.forget((session) => session.username === username);
  }

  flush(): Promise<void> {
    return this.saver.end();
  }

  private forget(isGone: (session: Session) => boolean): void {
    for (const session of Object.values(this.sessions)) {
      if (isGone(session)) delete this.sessions[session.id];
    }
    this.saver.touch();
  }
}
