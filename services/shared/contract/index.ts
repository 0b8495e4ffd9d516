export * from './fields';
export * from './media';
export * from './problem';
export * from './vitals';
