import { isMarketCode } from './countries';
import { LOCALES } from './locales';

/** Languages that the texts exist in; the first is the one for everybody else. */
export const LANGUAGES = ['en', 'de', 'fr', 'es'] as const;

export type Language = (typeof LANGUAGES)[number];

/** The language that a market of this BCP 47 locale is spoken to in: `de-CH` → `de`, `ja-JP` → `en`. */
export function languageOf(locale: string): Language {
  const { language } = new Intl.Locale(locale);
  return LANGUAGES.find((known) => known === language) ?? LANGUAGES[0];
}

/** The language that a market is spoken to in; of who is in none that is known, English. */
export function languageOfMarket(market: string | undefined): Language {
  return isMarketCode(market) ? languageOf(LOCALES[market]) : LANGUAGES[0];
}

/**
 * The locale to format with: the texts' language and the market's region. English texts in the market
 * `ja-JP` make `en-JP`, so that "Tue, 14:30 · ¥6,000" is one language with the region's habits.
 */
export function displayLocale(marketLocale: string, language = languageOf(marketLocale)): string {
  const { region } = new Intl.Locale(marketLocale).maximize();
  return region ? `${language}-${region}` : language;
}
