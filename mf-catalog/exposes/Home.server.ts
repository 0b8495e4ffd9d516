import { inLanguage } from '@marketplace/kit/slice/words';
import { loadHome } from '../data/load-home';
import { CATALOGUES, SPOKEN } from '../data/words';

export const load = inLanguage(loadHome, CATALOGUES, SPOKEN.Home);
