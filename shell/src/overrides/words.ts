import { pickWords, speakerOf, type Words } from '@marketplace/kit/slice/words';
import de from '../../messages/slices/de.json';
import en from '../../messages/slices/en.json';
import es from '../../messages/slices/es.json';
import fr from '../../messages/slices/fr.json';

const CATALOGUES = { en, de, fr, es };
const speaker = speakerOf(CATALOGUES);

export type SlicesWords = ReturnType<typeof slicesWords>;

/** Words of the page for the team in the language of a market, for the server only. */
export const slicesWords = (locale: string) => speaker('slices', locale);

/** The same words for what the browser renders of that page. */
export const cardWords = (locale: string): Words => pickWords(CATALOGUES, locale, ['slices']);

/** Words of the badge and of a slot from the viewer's machine; they travel with overridden pages only. */
export const overrideWords = (locale: string): Words => pickWords(CATALOGUES, locale, ['override']);

const PROBLEMS = ['INVALID_INPUT', 'NO_SUCH_RELEASE', 'FOREIGN_ORIGIN', 'SESSION_ENDED'] as const;

/** A problem from the page's address, when it is one. */
export function parseOverrideProblem(value: unknown): (typeof PROBLEMS)[number] | undefined {
  return PROBLEMS.find((name) => name === value);
}
