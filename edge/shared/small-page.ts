import type { Language } from '@marketplace/services/domain/markets';
import de from '../messages/de.json';
import en from '../messages/en.json';
import es from '../messages/es.json';
import fr from '../messages/fr.json';

const TEXTS: Record<Language, typeof en> = { en, de, fr, es };

/** What a page of the edge can be about. */
type Subject = 'forbidden' | 'badRequest' | 'outOfReach';

/** Colours of our own: which of a browser's own can be read on which, in both themes, is left to chance. */
const STYLE =
  'html{color-scheme:light dark;background:light-dark(#fbfaf5,#161b18);color:light-dark(#1d2722,#eef1ec);font:16px/1.5 system-ui,sans-serif}a{color:inherit}';

/** A page in one piece that needs nothing else: what the edge shows people itself. */
export function smallPage(subject: Subject, language: Language): string {
  const texts = TEXTS[language];
  const title = texts[`${subject}Title`];
  return `<!doctype html><html lang="${language}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><style>${STYLE}</style><title>${title}</title><main><h1>${title}</h1><p>${texts[`${subject}Text`]}</p><p><a href="/">${texts.home}</a></p></main></html>`;
}
