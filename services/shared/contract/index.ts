export { CACHE_ACCESS } from './cache-access';
export * from './fields';
export * from './media';
export * from './problem';
export * from './vitals';
