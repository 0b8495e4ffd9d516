import {
  isSignInRequired,
  type Loaded,
  type LoaderContext,
  type SliceName,
  type SliceServerModule,
} from '@marketplace/kit/slice';
import type { SlotState } from '../../slot-state';
import { withTimeLimit } from '../../time-limit';
import { browserRelease, loadServerModule, manifestOf } from '../code/engine';
import { logSlotFailure } from '../lib/log';

const DATA_LIMIT_MS = 4_000;
/** How long a page waits for a release that is not loaded yet while it has another to show. */
const PATIENCE_MS = 150;

export interface SlotRequest {
  slice: SliceName;
  /** Exposed module, e.g. `Home`. */
  name: string;
  /** The release that the page's cache key names. */
  release: string | undefined;
  context: Omit<LoaderContext, 'signal'>;
  /**
   * Chosen by one person for themselves: that person waits for it, and it must never stand in for
   * what others asked for.
   */
  isOverride?: boolean;
}

export interface ResolvedSlot {
  state: SlotState;
  loaded?: Loaded<object>;
  /** Whether the slot shows what was asked for: no fallback, no other release. */
  exact: boolean;
}

/** The last release of each module whose code loaded. */
const lastGood = new Map<string, string>();

/** Stops a release from serving in the place of others, after it threw while it was rendered. */
export function distrustRelease({ slice, name, release }: SlotState): void {
  const key = `${slice}/${name}`;
  if (lastGood.get(key) === release?.release) lastGood.delete(key);
}

/**
 * Fills a slot: the wanted release, else the last good one, else a fallback. Never throws, except
 * when the loader asks to sign in.
 */
export async function resolveSlot(request: SlotRequest): Promise<ResolvedSlot> {
  const { slice, name } = request;
  const key = `${slice}/${name}`;
  const wished = [request.release, lastGood.get(key)].filter((release) => release !== undefined);
  const candidates = new Set(wished);
  for (const release of candidates) {
    try {
      const load = loadRelease(slice, release, name);
      const isWaitedFor = request.isOverride || release === [...candidates].at(-1);
      const server = await (isWaitedFor
        ? load
        : withTimeLimit(load, PATIENCE_MS, `${key} ${release}`));
      if (!request.isOverride) lastGood.set(key, release);
      return await fillSlot(request, release, server);
    } catch (error) {
      if (isSignInRequired(error)) throw error;
      logSlotFailure({ slice, name, release, error });
    }
  }
  const state: SlotState = { slice, name, status: 'failed', props: {} };
  if (request.release) state.wanted = request.release;
  return { state, exact: false };
}

async function loadRelease(slice: SliceName, release: string, name: string) {
  const [server] = await Promise.all([
    loadServerModule(slice, release, `${name}.server`),
    loadServerModule(slice, release, name),
  ]);
  return server as unknown as SliceServerModule<object>;
}

/** Runs the loader; when its data cannot be had the module's own fallback is shown. */
async function fillSlot(
  { slice, name, context, release: wanted }: SlotRequest,
  release: string,
  server: SliceServerModule<object>,
): Promise<ResolvedSlot> {
  const base = {
    slice,
    name,
    release: browserRelease(await manifestOf(slice, release), name),
    ...(wanted && wanted !== release ? { wanted } : {}),
  };
  try {
    const signal = AbortSignal.timeout(DATA_LIMIT_MS);
    const what = `The loader of ${slice}/${name}`;
    const loaded = await withTimeLimit(server.load({ ...context, signal }), DATA_LIMIT_MS, what);
    return {
      state: {
        ...base,
        ...(server.hydrate === 'touch' && { hydrate: 'touch' }),
        status: 'ready',
        props: asJson(loaded.props),
      },
      loaded,
      exact: release === wanted,
    };
  } catch (error) {
    if (isSignInRequired(error)) throw error;
    logSlotFailure({ slice, name, release, error });
    return { state: { ...base, status: 'failed', props: {} }, exact: false };
  }
}

/** Drops `undefined`, which Next refuses to send to the browser. */
function asJson(props: object): object {
  return JSON.parse(JSON.stringify(props));
}
