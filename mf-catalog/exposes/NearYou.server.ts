import { inLanguage } from '@marketplace/kit/slice/words';
import { loadNearYou } from '../data/load-near-you';
import { CATALOGUES, SPOKEN } from '../data/words';

export const load = inLanguage(loadNearYou, CATALOGUES, SPOKEN.NearYou);
