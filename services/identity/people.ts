import {
  type CognitoIdentityProviderClient,
  DeleteUserCommand,
  GetUserCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import type { AccessTokens } from '../shared/lambda';
import { ProblemError } from '../shared/lambda';
import { Refusal } from './context';

/** Somebody with a session that the user pool still knows. */
export interface Person {
  userId: string;
  email: string;
  groups: readonly string[];
  hasSecondFactor: boolean;
  attributes: Record<string, string>;
  /** When they last proved who they are. */
  authenticatedAt: Date;
}

/** The accounts of the user pool, each by its own access token. */
export interface People {
  /** @throws Refusal `SESSION_ENDED` when the token is not ours, is over, or its session was ended */
  ofAccessToken(token: string): Promise<Person>;
  /** Removes the account for good. */
  remove(token: string): Promise<void>;
}

/** People of Cognito's pool. Cognito takes tokens of any pool, so ours is verified first. */
export function cognitoPeople(
  client: CognitoIdentityProviderClient,
  accessTokens: AccessTokens,
): People {
  return {
    async ofAccessToken(token) {
      const { groups, userId } = await accessTokens.verify(token).catch(asEnded);
      const found = await client.send(new GetUserCommand({ AccessToken: token })).catch(asEnded);
      const attributes = Object.fromEntries(
        (found.UserAttributes ?? []).map(({ Name = '', Value = '' }) => [Name, Value]),
      );
      return {
        userId,
        email: attributes.email ?? '',
        groups,
        hasSecondFactor: (found.UserMFASettingList ?? []).length > 0,
        attributes,
        authenticatedAt: authenticatedAt(token),
      };
    },
    async remove(token) {
      await client.send(new DeleteUserCommand({ AccessToken: token }));
    },
  };
}

const ENDED = ['NotAuthorizedException', 'UserNotFoundException'];

function asEnded(error: unknown): never {
  const isEnded =
    error instanceof ProblemError
      ? error.code === 'UNAUTHENTICATED'
      : error instanceof Error && ENDED.includes(error.name);
  throw isEnded ? new Refusal('SESSION_ENDED') : error;
}

/** Of a token that was verified. Refreshing a session does not change it. */
function authenticatedAt(token: string): Date {
  const payload = Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8');
  const { auth_time: seconds } = JSON.parse(payload) as { auth_time: number };
  return new Date(seconds * 1000);
}
