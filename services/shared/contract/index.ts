export * from './fields';
export * from './problem';
