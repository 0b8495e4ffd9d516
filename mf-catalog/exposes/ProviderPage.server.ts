export { loadProvider as load } from '../data/load-provider';
