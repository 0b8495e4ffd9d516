import { type ClassValue, clsx } from 'clsx';
import { extendTailwindMerge } from 'tailwind-merge';

const merge = extendTailwindMerge({
  extend: {
    theme: { radius: ['control', 'card'], shadow: ['card', 'lift', 'float'] },
    classGroups: {
      duration: ['duration-feedback', 'duration-move'],
      'min-h': ['min-h-target'],
      'min-w': ['min-w-target'],
    },
  },
});

/** Joins class names; of two that set the same property the later wins. */
export function cn(...classes: ClassValue[]): string {
  return merge(clsx(classes));
}
