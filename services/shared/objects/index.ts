export { memoryObjects } from './memory-objects';
export type { ObjectStore } from './object-store';
export { s3Client, s3Objects } from './s3-objects';
