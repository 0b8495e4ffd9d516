import { type Catalogues, speakerOf } from '@marketplace/kit/slice/words';
import de from '../messages/de.json';
import en from '../messages/en.json';
import es from '../messages/es.json';
import fr from '../messages/fr.json';

type Namespace = keyof typeof en;

/** Every text of the slice. For loaders only: screens get the part they need with their props. */
export const CATALOGUES: Catalogues<typeof en> = { en, de, fr, es };

/** The namespaces that each screen speaks from. */
export const SPOKEN = {
  Home: ['category', 'service', 'find', 'home'],
  NearYou: ['service', 'nearYou'],
  Search: ['category', 'service', 'find', 'search', 'filters', 'map'],
  ProviderPage: ['service', 'provider', 'rail'],
  ServicePage: ['category', 'service', 'provider', 'detail', 'rail'],
} as const satisfies Record<string, readonly Namespace[]>;

/** Texts outside of React: the titles and descriptions that loaders answer. */
export const wordsOf = speakerOf(CATALOGUES);
