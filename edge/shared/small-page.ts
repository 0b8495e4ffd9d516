import type { Language } from '@marketplace/services/domain/markets';
import de from '../messages/de.json';
import en from '../messages/en.json';
import es from '../messages/es.json';
import fr from '../messages/fr.json';

const TEXTS: Record<Language, typeof en> = { en, de, fr, es };

/** What a page of the edge can be about. */
type Subject = 'forbidden' | 'badRequest' | 'outOfReach';

/** A page in one piece that needs nothing else: what the edge shows people itself. */
export function smallPage(subject: Subject, language: Language): string {
  const texts = TEXTS[language];
  const title = texts[`${subject}Title`];
  return `<!doctype html><html lang="${language}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>${title}</title><main><h1>${title}</h1><p>${texts[`${subject}Text`]}</p><p><a href="/">${texts.home}</a></p></main></html>`;
}
