/** Languages that providers of a country serve their customers in besides English (BCP 47). */
const LANGUAGES: Record<string, readonly string[]> = {
  AE: ['ar', 'hi'],
  AT: ['de'],
  BR: ['pt'],
  CA: ['fr'],
  CH: ['de', 'fr', 'it'],
  DE: ['de', 'tr'],
  DK: ['da'],
  ES: ['es', 'ca'],
  FR: ['fr'],
  IN: ['hi', 'mr', 'ta'],
  JP: ['ja'],
  MX: ['es'],
  NL: ['nl', 'de'],
  SG: ['zh', 'ms'],
  US: ['es'],
};

export function languagesIn(country: string): readonly string[] {
  return LANGUAGES[country] ?? [];
}
