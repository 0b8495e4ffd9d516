/** Languages that the texts exist in; the first is the one for everybody else. */
export const LANGUAGES = ['en', 'de', 'fr', 'es'] as const;

export type Language = (typeof LANGUAGES)[number];

/** The language that a market of this BCP 47 locale is spoken to in: `de-CH` → `de`, `ja-JP` → `en`. */
export function languageOf(locale: string): Language {
  const { language } = new Intl.Locale(locale);
  return LANGUAGES.find((known) => known === language) ?? LANGUAGES[0];
}
