import type { Head, Loader, SlotProps } from '@marketplace/kit/slice';
import type { WithWords } from '@marketplace/kit/slice/words';
import { ACCESS_COOKIE, cookieValue } from '@marketplace/services/domain/identity';
import type { GetServerSideProps } from 'next';
import {
  loaderContext,
  slotSettings,
} from '../../../../shell/src/federation/server/page/request-context';
import { frameWords } from '../../../../shell/src/layout/frame-words';

const DATA_LIMIT_MS = 4_000;

export interface MonolithPageProps extends WithWords {
  props: object;
  settings: SlotProps;
  head: Head;
}

/** Runs the loader of a module and the shell's words for the frame. */
export function monolithProps<Props extends object>(
  load: Loader<Props>,
): GetServerSideProps<MonolithPageProps> {
  return async (context) => {
    const settings = slotSettings(context.req);
    const token = cookieValue(context.req.headers.cookie, ACCESS_COOKIE);
    const { props, head, status } = await load({
      ...loaderContext(context, settings),
      ...(token ? { accessToken: token } : {}),
      signal: AbortSignal.timeout(DATA_LIMIT_MS),
    });
    context.res.statusCode = status ?? 200;
    const words = frameWords(settings.locale);
    return { props: { props: JSON.parse(JSON.stringify(props)), settings, words, head } };
  };
}
