export { AsChild } from './as-child';
