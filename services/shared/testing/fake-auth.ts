import { type Authentication, guestTokens, ProblemError } from '../lambda';

/** The bearer token that `fakeAuth` takes for a signed-in user. */
export const tokenOf = (userId: string, ...groups: string[]) =>
  ['user', userId, groups.join('+')].join(':');

/** Stands in for Cognito: `tokenOf('ada', 'provider')` is Ada of the group `provider`. */
export const fakeAuth: Required<Authentication> = {
  guestTokens: guestTokens('test-link-secret'),
  accessTokens: {
    async verify(token) {
      const [kind, userId, groups = ''] = token.split(':');
      if (kind !== 'user' || !userId) throw new ProblemError('UNAUTHENTICATED');
      return {
        kind: 'user',
        userId,
        groups: groups.split('+').filter((group) => group !== ''),
        accessToken: token,
      };
    },
  },
};
