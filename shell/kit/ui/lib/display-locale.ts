/**
 * The locale that screens format with: the words' language and the market's region. English words in
 * the market `de-DE` make `en-DE`, so that "Tue, 14:30 · €60.00" is one language with the region's
 * clock and currency habits.
 */
export function displayLocale(marketLocale: string, wordsLanguage = 'en'): string {
  const { region } = new Intl.Locale(marketLocale).maximize();
  return region ? `${wordsLanguage}-${region}` : wordsLanguage;
}
