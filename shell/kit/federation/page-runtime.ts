import federation from '@module-federation/webpack-bundler-runtime/bundler';

export interface PageRuntimeGlobal {
  /** Makes the runtime object of one container; each needs its own, the code behind it is shared. */
  __MF_RUNTIME__?: () => typeof federation;
}

(globalThis as PageRuntimeGlobal).__MF_RUNTIME__ = () => ({
  ...federation,
  bundlerRuntimeOptions: {},
});

export { createInstance, registerGlobalPlugins } from '@module-federation/runtime';
