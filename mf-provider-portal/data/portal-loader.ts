import type { Loader, LoaderContext } from '@marketplace/kit/slice';
import { ProblemError } from '@marketplace/kit/slice/request';
import { inLanguage, type WithWords } from '@marketplace/kit/slice/words';
import type { Profile } from '@marketplace/services/provider/contract';
import { fetchProfile, type Reach } from './provider';
import { CATALOGUES, SPOKEN, wordsOf } from './words';

type RoomProps<Props> = { isProvider: true; profile: Profile; page: Props } | { isProvider: false };

export type PortalProps<Props> = RoomProps<Props> & WithWords;

type Screen = Exclude<keyof typeof SPOKEN, 'Operator'>;

/** A loader of a portal screen: the profile and the screen's own data, or that this is no provider. */
export function portalLoader<Props>(
  screen: Screen,
  loadPage: (reach: Reach, context: LoaderContext) => Promise<Props>,
): Loader<PortalProps<Props>> {
  const load: Loader<RoomProps<Props>> = async (context) => {
    const t = wordsOf('frame.rooms', context.locale);
    const head = { title: t(screen.toLowerCase() as Lowercase<Screen>) };
    const reach: Reach = {
      baseUrl: context.services.provider,
      token: context.accessToken,
      signal: context.signal,
    };
    try {
      const [profile, page] = await Promise.all([fetchProfile(reach), loadPage(reach, context)]);
      return { head, props: { isProvider: true, profile, page } };
    } catch (error) {
      if (!(error instanceof ProblemError) || error.problem.status !== 403) throw error;
      return { head, props: { isProvider: false } };
    }
  };
  return inLanguage(load, CATALOGUES, SPOKEN[screen]);
}
