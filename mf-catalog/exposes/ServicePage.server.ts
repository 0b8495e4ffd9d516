import { inLanguage } from '@marketplace/kit/slice/words';
import { loadService } from '../data/load-service';
import { CATALOGUES, SPOKEN } from '../data/words';

export const load = inLanguage(loadService, CATALOGUES, SPOKEN.ServicePage);
