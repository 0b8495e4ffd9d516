import type { AppClient } from 'cognito-local/lib/services/appClient';

const UNIT_SECONDS: Record<string, number> = { seconds: 1, minutes: 60, hours: 3600, days: 86_400 };
const DEFAULT_CHALLENGE_MINUTES = 3;

/** Properties of a client that the emulator itself does not look at. */
interface RotatingClient extends AppClient {
  AuthSessionValidity?: number;
  RefreshTokenRotation?: { Feature?: string; RetryGracePeriodSeconds?: number };
}

export interface ClientSettings {
  accessSeconds: number;
  idSeconds: number;
  refreshSeconds: number;
  /** How long a challenge may be answered. */
  challengeSeconds: number;
  /** Absent where refresh tokens are not rotated. */
  rotationGraceSeconds?: number;
}

/** How long a client's tokens live, and how they are renewed. */
export function settingsOf(client: AppClient): ClientSettings {
  const { RefreshTokenRotation: rotation, TokenValidityUnits: units = {} } =
    client as RotatingClient;
  const seconds = (value: number | undefined, unit: string | undefined, fallback: number) =>
    value === undefined ? fallback : value * (UNIT_SECONDS[unit ?? 'hours'] ?? 3600);
  const minutes = (client as RotatingClient).AuthSessionValidity ?? DEFAULT_CHALLENGE_MINUTES;
  return {
    accessSeconds: seconds(client.AccessTokenValidity, units.AccessToken, 3600),
    idSeconds: seconds(client.IdTokenValidity, units.IdToken, 3600),
    refreshSeconds: seconds(client.RefreshTokenValidity, units.RefreshToken ?? 'days', 30 * 86_400),
    challengeSeconds: minutes * 60,
    ...(rotation?.Feature === 'ENABLED' && {
      rotationGraceSeconds: rotation.RetryGracePeriodSeconds ?? 0,
    }),
  };
}
