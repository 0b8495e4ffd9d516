export {
  type Head,
  type Hydration,
  isSignInRequired,
  type Loaded,
  type Loader,
  type LoaderContext,
  type MarketContext,
  type ServiceUrls,
  SignInRequired,
  SLICE_NAMES,
  type SliceModule,
  type SliceName,
  type SliceServerModule,
  type SlotProps,
} from './contract';
export { EXPOSED_MODULES, type ModuleId } from './modules';
export { CONTRACT_VERSION, canHost } from './version';
