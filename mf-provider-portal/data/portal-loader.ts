import type { Loader, LoaderContext } from '@marketplace/kit/slice';
import { ProblemError } from '@marketplace/kit/slice/request';
import type { Profile } from '@marketplace/services/provider/contract';
import { createTranslator } from 'use-intl/core';
import messages from '../messages/en.json';
import { fetchProfile, type Reach } from './provider';

export type PortalProps<Props> =
  | { isProvider: true; profile: Profile; page: Props }
  | { isProvider: false };

/** A loader of a portal screen: the profile and the screen's own data, or that this is no provider. */
export function portalLoader<Props>(
  titleKey: keyof typeof messages.frame.rooms,
  loadPage: (reach: Reach, context: LoaderContext) => Promise<Props>,
): Loader<PortalProps<Props>> {
  return async (context) => {
    const t = createTranslator({ locale: context.locale, messages, namespace: 'frame.rooms' });
    const head = { title: t(titleKey) };
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
}
