import { inLanguage } from '@marketplace/kit/slice/words';
import { loadProvider } from '../data/load-provider';
import { CATALOGUES, SPOKEN } from '../data/words';

export const load = inLanguage(loadProvider, CATALOGUES, SPOKEN.ProviderPage);
