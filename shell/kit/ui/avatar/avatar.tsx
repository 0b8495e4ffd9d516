import { cn } from '../lib/cn';
import { hashOf } from '../lib/seed';

export interface AvatarProps {
  /** Name of the person or the business: source of the initials and the tint. */
  name: string;
  /** Size of the disc and of its text. */
  className?: string;
}

/** Initials on a tinted disc; beside a visible name, so hidden from screen readers. */
export function Avatar({ name, className = 'size-10 text-sm' }: AvatarProps) {
  const hue = (hashOf(name) % 24) * 15;
  return (
    <span
      aria-hidden
      className={cn(
        'inline-grid shrink-0 select-none place-items-center rounded-full font-display font-semibold',
        className,
      )}
      style={{
        background: `light-dark(oklch(0.91 0.055 ${hue}), oklch(0.36 0.06 ${hue}))`,
        color: `light-dark(oklch(0.36 0.08 ${hue}), oklch(0.92 0.05 ${hue}))`,
      }}
    >
      {initialsOf(name)}
    </span>
  );
}

/** First letters of the first and the last word that start with a letter or digit. */
export function initialsOf(name: string): string {
  const words = name.split(/[\s–—-]+/u).filter((word) => /^[\p{L}\p{N}]/u.test(word));
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined];
  return letters
    .map((word) => [...(word ?? '')][0] ?? '')
    .join('')
    .toLocaleUpperCase('en');
}
