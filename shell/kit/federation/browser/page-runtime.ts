import { type Factory, factoryOf, type ShareScope, shareScope } from './share-scope';

/** What of webpack's `require` a container hands to the runtime. */
export interface ContainerRequire {
  /** Factories of modules, and modules that ran. */
  m: Record<string, (module: { exports: unknown }) => void>;
  c: Record<string, unknown>;
  S: Record<string, ShareScope>;
  federation: { initOptions: { name: string } };
  consumesLoadingData: {
    /** Shared modules that each chunk needs. */
    chunkMapping?: Record<string, string[]>;
    moduleIdToConsumeDataMapping?: Record<string, { shareKey: string }>;
    /** Shared modules that the entry itself needs, before anything can be waited for. */
    initialConsumes?: string[];
  };
}

interface Consumption {
  chunkId: string;
  promises: Promise<unknown>[];
  /** By module: on its way, or 0 when it is there. */
  installedModules: Record<string, Promise<void> | 0>;
  webpackRequire: ContainerRequire;
}

export interface PageRuntimeGlobal {
  /** Makes the runtime object of one container; each needs its own, the code behind it is shared. */
  __MF_RUNTIME__?: () => object;
}

export interface PageIntegrityGlobal {
  /** Hash of every script of the releases on the page, by path; chunk loaders look here. */
  __MF_INTEGRITY__?: Record<string, string>;
}

/**
 * The part of `@module-federation/webpack-bundler-runtime` that the kit's containers call. They bring
 * no copy of a shared module and load nothing of other containers, so it is all they need.
 */
const bundlerRuntime = {
  S: {},
  /** At the end of the container's entry. */
  init({ webpackRequire }: { webpackRequire: ContainerRequire }) {
    const { initOptions } = webpackRequire.federation;
    if (webpackRequire.consumesLoadingData.initialConsumes?.length) {
      throw new Error(`${initOptions.name} needs shared modules at once: expose it from a chunk.`);
    }
    webpackRequire.S = { default: shareScope };
    return { name: initOptions.name, options: initOptions };
  },
  /** The host hands over the page's modules: they are here already. */
  initContainerEntry: () => true,
  I: () => Promise.resolve(true),
  /** Puts the page's copies where a chunk expects its shared modules. */
  consumes({ chunkId, promises, installedModules, webpackRequire }: Consumption): void {
    const { chunkMapping, moduleIdToConsumeDataMapping } = webpackRequire.consumesLoadingData;
    for (const id of chunkMapping?.[chunkId] ?? []) {
      const known = installedModules[id];
      if (known) promises.push(known);
      if (known !== undefined) continue;
      const install = (factory: Factory) => {
        installedModules[id] = 0;
        webpackRequire.m[id] = (module) => {
          delete webpackRequire.c[id];
          module.exports = factory();
        };
      };
      const factory = factoryOf(moduleIdToConsumeDataMapping?.[id]?.shareKey ?? id);
      if (typeof factory === 'function') install(factory);
      else {
        const arrival = factory.then(install).catch((error: unknown) => {
          delete installedModules[id];
          throw error;
        });
        installedModules[id] = arrival;
        promises.push(arrival);
      }
    }
  },
};

(globalThis as PageRuntimeGlobal).__MF_RUNTIME__ = () => ({
  runtime: {},
  bundlerRuntime,
  bundlerRuntimeOptions: {},
});

export { forgetContainer, loadContainer } from './containers';
export { provideModules, type Share } from './share-scope';
