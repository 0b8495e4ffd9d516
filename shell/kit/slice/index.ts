export * from './contract';
export * from './modules';
