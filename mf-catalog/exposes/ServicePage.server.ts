export { loadService as load } from '../data/load-service';
