import { ACCESS_COOKIE, cookieValue } from '@marketplace/services/domain/identity';
import { z } from 'zod';
import { formAction } from '../../auth-forms/server/action';
import { manifestOf } from '../../federation/server/code/engine';
import { AuthProblem } from '../../identity/problem';
import { teamMemberOf } from '../../identity/viewer';
import { type Override, overrideSchema, sealOverride } from '../override';
import { endedOverrideCookie, OVERRIDE_SECONDS, overrideCookie } from './cookie';
import { signingKeys } from './signing-keys';

const PAGE = '/_slices';
const LONGEST_REASON = 200;

const form = z.object({
  slice: z.string(),
  release: z.string().optional(),
  port: z.coerce.number().optional(),
});

/** Answers the form that chooses an override: with its cookie, or back on the page with what is wrong. */
export const chooseOverride = formAction({
  schema: form,
  page: PAGE,
  run: async (wish, request) => {
    const cookies = request.headers.get('cookie') ?? undefined;
    const userId = await teamMemberOf(cookieValue(cookies, ACCESS_COOKIE));
    if (!userId) throw new AuthProblem('SESSION_ENDED');
    const override = overrideOf(wish, userId);
    const reason = await whyNot(override);
    if (reason !== undefined) return { location: backWith(reason) };
    const { current } = await signingKeys();
    return { location: '/', cookies: [overrideCookie(sealOverride(override, current))] };
  },
});

/** Ends an override, whoever's it is: it takes nothing but a cookie of ours. */
export const leaveOverride = formAction({
  schema: z.object({}),
  page: PAGE,
  run: async () => ({ location: '/', cookies: [endedOverrideCookie()] }),
});

function overrideOf({ slice, release, port }: z.infer<typeof form>, userId: string): Override {
  const parsed = overrideSchema.safeParse({
    userId,
    slice,
    from: port === undefined ? { release } : { port },
    expiresAtSeconds: Math.floor(Date.now() / 1_000) + OVERRIDE_SECONDS,
  });
  if (!parsed.success) throw new AuthProblem('INVALID_INPUT');
  return parsed.data;
}

/** Why a release cannot be run: it is not there, not signed, or speaks another contract. */
async function whyNot({ slice, from }: Override): Promise<string | undefined> {
  if (!('release' in from)) return undefined;
  return manifestOf(slice, from.release).then(
    () => undefined,
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );
}

function backWith(reason: string): string {
  const query = { problem: 'NO_SUCH_RELEASE', reason: reason.slice(0, LONGEST_REASON) };
  return `${PAGE}?${new URLSearchParams(query)}`;
}
