export type Factory = () => unknown;

/** How the page gives one of its modules: at once, or by loading it when a container asks. */
export type Share = { lib: Factory } | { get: () => Promise<Factory> };

/**
 * A module as the official runtime keeps it: a container that was built with a runtime of its own
 * reads and writes these fields.
 */
interface OfferedModule {
  version: string;
  from: string;
  scope: string[];
  strategy: 'loaded-first';
  shareConfig: {
    singleton: boolean;
    requiredVersion: false;
    eager: boolean;
    strictVersion: boolean;
  };
  deps: string[];
  useIn: string[];
  get: () => Promise<Factory>;
  loading: Promise<Factory> | null;
  lib?: Factory;
  loaded?: boolean;
}

/** Modules by name and version. */
export type ShareScope = Record<string, Record<string, OfferedModule>>;

/** There is one copy of each; the contract's version says whether a release may have it. */
const VERSION = '1.0.0';

/** What the page shares with every container. */
export const shareScope: ShareScope = {};

/** Offers the page's modules; one that is offered already stays. */
export function provideModules(from: string, shares: Record<string, Share>): void {
  for (const [name, share] of Object.entries(shares)) {
    shareScope[name] ??= { [VERSION]: offered(from, share) };
  }
}

function offered(from: string, share: Share): OfferedModule {
  return {
    version: VERSION,
    from,
    scope: ['default'],
    strategy: 'loaded-first',
    shareConfig: { singleton: true, requiredVersion: false, eager: false, strictVersion: false },
    deps: [],
    useIn: [],
    loading: null,
    ...('lib' in share
      ? { lib: share.lib, loaded: true, get: () => Promise.resolve(share.lib) }
      : { get: share.get }),
  };
}

/** The module, or its way here. Throws a sentence when the page has none. */
export function factoryOf(name: string): Factory | Promise<Factory> {
  const module = shareScope[name]?.[VERSION];
  if (!module) throw new Error(`The page shares no ${name}.`);
  if (module.lib) return module.lib;
  module.loading ??= module.get().then(
    (factory) => {
      module.lib = factory;
      module.loaded = true;
      return factory;
    },
    (error: unknown) => {
      module.loading = null;
      throw error;
    },
  );
  return module.loading;
}
