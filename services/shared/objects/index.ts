export { memoryObjects } from './memory-objects';
export type { Expected, ObjectStore, Read, StoredObject } from './object-store';
export { s3Client, s3Objects } from './s3-objects';
