export { type Cache, noCache, type Shelf } from './cache';
export { openCache } from './open-cache';
