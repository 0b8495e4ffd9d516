export { loadHome as load } from '../data/load-home';
