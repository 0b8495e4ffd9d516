import { languageOf } from '@marketplace/services/domain/markets';
import de from '../../messages/legal/de.json';
import en from '../../messages/legal/en.json';
import es from '../../messages/legal/es.json';
import fr from '../../messages/legal/fr.json';

const CATALOGUES = { en, de, fr, es };

export interface LegalDocument {
  title: string;
  /** When any of the texts was changed, as a sentence. */
  updated: string;
  sections: { heading: string; body: string }[];
}

/** The text at `/legal/<page>` in the language of a market; undefined when there is none. */
export function legalTextOf(page: string, locale: string): LegalDocument | undefined {
  const { updated, ...documents } = CATALOGUES[languageOf(locale)];
  if (!Object.hasOwn(documents, page)) return undefined;
  return { updated, ...documents[page as keyof typeof documents] };
}
