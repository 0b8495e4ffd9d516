import { ACCESS_COOKIE, cookieValue, ID_COOKIE } from '@marketplace/services/domain/identity';
import { CognitoJwtVerifier } from 'aws-jwt-verify';
import { SimpleJwksCache } from 'aws-jwt-verify/jwk';
import { z } from 'zod';
import { env } from '../env';
import { AuthProblem } from './problem';

/** What is known of the person looking. */
export interface Viewer {
  signedIn: boolean;
  /** The user pool's name for the person; stays on the server. */
  username?: string;
  name?: string;
  email?: string;
  /** Cognito groups: `provider`, `admin`, `team`. */
  groups: string[];
}

const NOBODY: Viewer = { signedIn: false, groups: [] };

const JWKS_LIMIT_MS = 2_000;
/** As long as a session lasts. */
const ANY_AGE = { graceSeconds: 30 * 24 * 3600 };

const claims = z.object({
  'cognito:username': z.string(),
  name: z.string().optional(),
  email: z.string().optional(),
  'cognito:groups': z.array(z.string()).default([]),
});

/**
 * The person an id token belongs to; nobody when it is missing or forged, or expired unless that is
 * said not to matter.
 */
export async function viewerOf(
  idToken: string | undefined,
  { evenIfExpired = false } = {},
): Promise<Viewer> {
  if (!idToken) return NOBODY;
  try {
    const payload = claims.parse(await verifier().verify(idToken, evenIfExpired ? ANY_AGE : {}));
    const { name, email, 'cognito:groups': groups, 'cognito:username': username } = payload;
    return {
      signedIn: true,
      username,
      groups,
      ...(name ? { name } : {}),
      ...(email ? { email } : {}),
    };
  } catch {
    return NOBODY;
  }
}

/**
 * Who changes their account, and the access token that the user pool lets them do it with.
 * @throws {AuthProblem} `SESSION_ENDED`
 */
export async function requireSignedIn(
  request: Request,
): Promise<{ username: string; email: string; accessToken: string }> {
  const cookies = request.headers.get('cookie') ?? undefined;
  const { username, email = '' } = await viewerOf(cookieValue(cookies, ID_COOKIE));
  const accessToken = cookieValue(cookies, ACCESS_COOKIE);
  if (!username || !accessToken) throw new AuthProblem('SESSION_ENDED');
  return { username, email, accessToken };
}

/** The `sub` of the team member whose access token it is; nothing for anybody else. */
export async function teamMemberOf(accessToken: string | undefined): Promise<string | undefined> {
  if (!accessToken) return undefined;
  accessVerifier ??= createVerifier('access');
  const payload = await accessVerifier.verify(accessToken).catch(() => undefined);
  return payload?.['cognito:groups']?.includes('team') ? payload.sub : undefined;
}

let accessVerifier: ReturnType<typeof createVerifier<'access'>> | undefined;
let cached: ReturnType<typeof createVerifier<'id'>> | undefined;

function verifier() {
  cached ??= createVerifier('id');
  return cached;
}

/** The issuer is Cognito's own; keys come from wherever the SDK's endpoint points. */
function createVerifier<TokenUse extends 'id' | 'access'>(tokenUse: TokenUse) {
  const { NEXT_PUBLIC_USER_POOL_ID, NEXT_PUBLIC_USER_POOL_CLIENT_ID, AWS_REGION } = env();
  const endpoint =
    env().AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER ??
    `https://cognito-idp.${AWS_REGION}.amazonaws.com`;
  const keysUrl = `${endpoint}/${NEXT_PUBLIC_USER_POOL_ID}/.well-known/jwks.json`;
  const fetcher = {
    fetch: async () => {
      const answer = await fetch(keysUrl, { signal: AbortSignal.timeout(JWKS_LIMIT_MS) });
      return answer.arrayBuffer();
    },
  };
  return CognitoJwtVerifier.create(
    {
      userPoolId: NEXT_PUBLIC_USER_POOL_ID,
      clientId: NEXT_PUBLIC_USER_POOL_CLIENT_ID,
      tokenUse,
    },
    { jwksCache: new SimpleJwksCache({ fetcher }) },
  );
}
