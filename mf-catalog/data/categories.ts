import type { Category } from '@marketplace/services/catalog/contract';

/** The categories in the order that screens offer them. */
export const CATEGORIES = [
  'hair',
  'massage',
  'nails',
  'yoga',
  'fitness',
  'garden',
  'cleaning',
  'repair',
  'tutoring',
  'music',
  'photo',
  'pets',
] as const satisfies readonly Category[];

/** Whether a word from a URL names a category. */
export function isCategory(word: string | undefined): word is Category {
  return CATEGORIES.some((category) => category === word);
}
