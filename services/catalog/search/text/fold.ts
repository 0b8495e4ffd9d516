/** Letters that Unicode does not decompose, but that people type without their stroke. */
const STROKES: Record<string, string> = {
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
};

const STOP_WORDS = new Set(['a', 'an', 'and', 'at', 'by', 'for', 'in', 'me', 'near', 'of', 'the']);

/** Lower case without Latin accents and apostrophes: `Zoë’s Café` → `zoes cafe`. */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .replace(/['’ʼ]/g, '')
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .replace(/[ßøłđðþæœı]/g, (letter) => STROKES[letter] ?? letter);
}

/** The words of a text that are searched for, folded, without stop words. */
export function termsOf(text: string): string[] {
  return fold(text)
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter((term) => term !== '' && !STOP_WORDS.has(term));
}
