export { loadSearch as load } from '../data/load-search';
