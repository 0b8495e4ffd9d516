import federation from '@module-federation/webpack-bundler-runtime/bundler';

export interface PageRuntimeGlobal {
  /** Makes the runtime object of one container; each needs its own, the code behind it is shared. */
  __MF_RUNTIME__?: () => typeof federation;
}

export interface PageIntegrityGlobal {
  /** Hash of every script of the releases on the page, by path; chunk loaders look here. */
  __MF_INTEGRITY__?: Record<string, string>;
}

(globalThis as PageRuntimeGlobal).__MF_RUNTIME__ = () => ({
  ...federation,
  bundlerRuntimeOptions: {},
});

export { createInstance, registerGlobalPlugins } from '@module-federation/runtime';
