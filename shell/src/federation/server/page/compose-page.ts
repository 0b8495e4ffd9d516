import { isSignInRequired, type ModuleId, type SlotProps } from '@marketplace/kit/slice';
import type { Words } from '@marketplace/kit/slice/words';
import {
  ACCESS_COOKIE,
  cookieValue,
  REFRESH_COOKIE,
  safeNext,
} from '@marketplace/services/domain/identity';
import type { GetServerSideProps, GetServerSidePropsContext, Redirect } from 'next';
import { whileKeepingUp } from '../../../admission/while-keeping-up';
import { frameWords } from '../../../layout/frame-words';
import { type AppliedOverride, applyOverride } from '../../../overrides/server/apply-override';
import { overrideWords } from '../../../overrides/words';
import { type ComposedPageProps, splitModuleId } from '../../slot-state';
import { chosenReleases } from '../choice/releases';
import { startReleases } from '../choice/start';
import { isDataRequest } from './data-request';
import { edgeSeconds, setCacheHeaders } from './page-headers';
import { noteSlots } from './page-slots';
import { renderApart } from './render-apart';
import { loaderContext, slotSettings } from './request-context';
import { type ResolvedSlot, resolveSlot } from './resolve-slot';

interface Composition {
  /** The slots of the page; `main` gives it title and status. */
  modules: { main: ModuleId } & Record<string, ModuleId>;
  /** `protected` pages are never cached, and their loaders get the viewer's access token. */
  access?: 'public' | 'protected';
  /** People who come here are in the middle of something: when there is much to do, others wait for them. */
  comesFirst?: boolean;
}

type Page = GetServerSideProps<Partial<ComposedPageProps>>;

/** Server side of a route that is composed of slices. */
export function composePage(composition: Composition): Page {
  startReleases();
  const comesFirst = composition.comesFirst ?? composition.access === 'protected';
  return whileKeepingUp(composed(composition), comesFirst ? 'first' : 'rest');
}

function composed({ modules, access = 'public' }: Composition): Page {
  return async (context) => {
    const settings = slotSettings(context.req);
    setCacheHeaders(context.res, 0);
    try {
      const override = await applyOverride(context.req, context.res);
      const resolved = await resolveSlots(context, modules, access, override);
      const slots = isDataRequest(context.req)
        ? resolved
        : renderedApart(resolved, settings, context);
      const { main } = slots;
      if (access === 'public' && !override.isAsked) {
        setCacheHeaders(context.res, edgeSeconds(Object.values(slots)));
      }
      context.res.statusCode = main?.loaded?.status ?? 200;
      const states = Object.entries(slots).map(([key, { state }]) => [key, state] as const);
      noteSlots(
        context.req,
        states.map(([, state]) => state),
      );
      return {
        props: {
          slots: Object.fromEntries(states),
          settings,
          words: pageWords(settings.locale, override),
          head: main?.loaded?.head ?? { title: '' },
          ...(override.shown ? { override: override.shown } : {}),
        },
      };
    } catch (error) {
      if (isSignInRequired(error)) return { redirect: signIn(context) };
      throw error;
    }
  };
}

/** The frame's words, and on a page that is overridden those that say so. */
function pageWords(locale: string, { shown }: AppliedOverride): Words {
  const words = frameWords(locale);
  if (!shown) return words;
  return { ...words, messages: { ...words.messages, ...overrideWords(locale).messages } };
}

async function resolveSlots(
  context: GetServerSidePropsContext,
  modules: Composition['modules'],
  access: Composition['access'],
  { shown, releases: overridden }: AppliedOverride,
): Promise<Record<string, ResolvedSlot>> {
  const releases = { ...(await chosenReleases(context.req)), ...overridden };
  const token = cookieValue(context.req.headers.cookie, ACCESS_COOKIE);
  const loader = {
    ...loaderContext(context, slotSettings(context.req)),
    ...(access === 'protected' && token ? { accessToken: token } : {}),
  };
  const resolved = Object.entries(modules).map(async ([key, id]) => {
    const { slice, name } = splitModuleId(id);
    const request = { slice, name, release: releases[slice], context: loader };
    if (slice !== shown?.slice) return [key, await resolveSlot(request)];
    const slot = await resolveSlot({ ...request, isOverride: true });
    return [key, shown.localOrigin ? onOwnMachine(slot, shown.localOrigin) : slot];
  });
  return Object.fromEntries(await Promise.all(resolved));
}

/** Renders those that are roots of their own; whoever asks for data alone has no use for it. */
function renderedApart(
  slots: Record<string, ResolvedSlot>,
  settings: SlotProps,
  { resolvedUrl, query }: GetServerSidePropsContext,
): Record<string, ResolvedSlot> {
  const { pathname } = new URL(resolvedUrl, settings.publicOrigin);
  const route = { asPath: resolvedUrl, pathname, query };
  return Object.fromEntries(
    Object.entries(slots).map(([key, slot]) => [key, renderApart(slot, settings, route)]),
  );
}

/** The live release has loaded the data; the code comes from the viewer's machine, in the browser. */
function onOwnMachine({ state, ...slot }: ResolvedSlot, localOrigin: string): ResolvedSlot {
  const { slice, name, status, props } = state;
  return { ...slot, state: { slice, name, status, props, localOrigin } };
}

/** Somebody with a refresh token and no access token gets a new one; a refused token means sign in. */
function signIn({ req, resolvedUrl }: GetServerSidePropsContext): Redirect {
  const { cookie } = req.headers;
  const canRefresh = !cookieValue(cookie, ACCESS_COOKIE) && cookieValue(cookie, REFRESH_COOKIE);
  const door = canRefresh ? '/auth/refresh' : '/auth/sign-in';
  return {
    destination: `${door}?next=${encodeURIComponent(safeNext(resolvedUrl))}`,
    permanent: false,
  };
}
