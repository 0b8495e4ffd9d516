import {
  ACCESS_COOKIE,
  cookieValue,
  MAX_TOKEN_CHARS,
  REFRESH_COOKIE,
} from '@marketplace/services/domain/identity';

export interface Credentials {
  /** The access token to verify, from `Authorization: Bearer` or else from its cookie. */
  token: string | undefined;
  hasRefreshToken: boolean;
}

const BEARER = /^Bearer +([^\s,]+)$/i;

/** Finds the credentials of a request; an `Authorization` of another kind hides the cookie. */
export function credentialsOf(
  authorization: string | undefined,
  cookies: string | undefined,
): Credentials {
  const token =
    authorization === undefined
      ? cookieValue(cookies, ACCESS_COOKIE)
      : BEARER.exec(authorization)?.[1];
  const isSound = token !== undefined && token.length > 0 && token.length <= MAX_TOKEN_CHARS;
  return {
    token: isSound ? token : undefined,
    hasRefreshToken: Boolean(cookieValue(cookies, REFRESH_COOKIE)),
  };
}
