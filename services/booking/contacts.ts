import { z } from 'zod';
import type { Environment } from '../shared/lambda';
import { ProblemError } from '../shared/lambda';

const TIMEOUT_MS = 3000;

export interface Contact {
  name: string;
  email: string;
}

/** Of an account; an address counts as its owner's only once it was confirmed. */
export interface AccountContact extends Contact {
  isVerified: boolean;
}

/** How to reach people who have an account. */
export interface Contacts {
  /** Name and address of the account an access token belongs to; undefined when it has no address. */
  ofAccessToken(token: string): Promise<AccountContact | undefined>;
}

const UserSchema = z.object({
  UserAttributes: z.array(z.object({ Name: z.string(), Value: z.string().optional() })),
});

type PoolSettings = Pick<
  Environment,
  'USER_POOL_ID' | 'AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER'
>;

/** Asks Cognito's `GetUser`, which the access token alone authorises. */
export function cognitoContacts(env: PoolSettings): Contacts {
  const [region] = env.USER_POOL_ID.split('_');
  const endpoint =
    env.AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER ?? `https://cognito-idp.${region}.amazonaws.com`;
  return {
    async ofAccessToken(token) {
      const attributes = await readUser(endpoint, token);
      const email = attributes.get('email');
      if (!email) return undefined;
      return {
        email,
        name: attributes.get('name') ?? attributes.get('given_name') ?? email,
        isVerified: attributes.get('email_verified') === 'true',
      };
    },
  };
}

async function readUser(endpoint: string, token: string): Promise<Map<string, string>> {
  const answer = await fetch(endpoint, {
    method: 'POST',
    signal: AbortSignal.timeout(TIMEOUT_MS),
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': 'AWSCognitoIdentityProviderService.GetUser',
    },
    body: JSON.stringify({ AccessToken: token }),
  }).catch(() => undefined);
  if (!answer || answer.status >= 500) throw new ProblemError('UNAVAILABLE');
  if (!answer.ok) throw new ProblemError('UNAUTHENTICATED', { detail: 'The session has ended' });
  const { UserAttributes } = UserSchema.parse(await answer.json());
  return new Map(UserAttributes.map(({ Name, Value = '' }) => [Name, Value]));
}
