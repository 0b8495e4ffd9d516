import { inLanguage } from '@marketplace/kit/slice/words';
import { loadSearch } from '../data/load-search';
import { CATALOGUES, SPOKEN } from '../data/words';

export const load = inLanguage(loadSearch, CATALOGUES, SPOKEN.Search);
