import type { Hydration } from '@marketplace/kit/slice';
import { inLanguage } from '@marketplace/kit/slice/words';
import { loadHome } from '../data/load-home';
import { CATALOGUES, SPOKEN } from '../data/words';

export const load = inLanguage(loadHome, CATALOGUES, SPOKEN.Home);

/** Links, a form and a list of pictures: nothing of it needs code until somebody is there. */
export const hydrate: Hydration = 'touch';
