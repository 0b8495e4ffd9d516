import { type ClassValue, clsx } from 'clsx';

/**
 * Joins class names. Of two that set the same property the stylesheet decides, not their order, so a
 * component offers as a property what may differ: a test finds lists that contradict themselves.
 */
export const cn = (...classes: ClassValue[]): string => clsx(classes);
