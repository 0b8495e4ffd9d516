import federation from '@module-federation/webpack-bundler-runtime/bundler';

type BundlerRuntime = typeof federation;

export interface PageRuntimeGlobal {
  /** Makes the runtime object of one container; each needs its own, the code behind is shared. */
  __MF_RUNTIME__?: () => BundlerRuntime;
}

(globalThis as PageRuntimeGlobal).__MF_RUNTIME__ = () => ({
  ...federation,
  bundlerRuntimeOptions: {},
});

export const { createInstance, registerGlobalPlugins } = federation.runtime;
