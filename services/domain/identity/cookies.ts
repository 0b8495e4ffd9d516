/** Cognito's access token, the only one the edge and the services read. */
export const ACCESS_COOKIE = '__Host-em_access';
/** Cognito's id token, for what the shell shows about a person. */
export const ID_COOKIE = '__Host-em_id';
/** Cognito's refresh token; only the shell's `/auth/refresh` uses it. */
export const REFRESH_COOKIE = '__Host-em_refresh';

/** Longest token that is looked at; Cognito's are about 1 kB and a cookie holds 4 kB. */
export const MAX_TOKEN_CHARS = 8192;

/** What a value of the Cookie header gives for a name; twice the same name is refused, as none. */
export function cookieValue(header: string | undefined, name: string): string | undefined {
  const values = (header ?? '')
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${name}=`))
    .map((pair) => pair.slice(name.length + 1));
  return values.length === 1 ? values[0] : undefined;
}
