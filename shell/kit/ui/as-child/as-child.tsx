import {
  Children,
  cloneElement,
  type HTMLAttributes,
  isValidElement,
  type ReactElement,
} from 'react';
import { cn } from '../lib/cn';

/**
 * Gives its only child, a link say, the looks of what it stands for. Class names are joined; whatever
 * else both set is the child's.
 */
export function AsChild({
  children,
  className,
  ...rest
}: HTMLAttributes<HTMLElement>): ReactElement | null {
  const child = Children.only(children);
  if (!isValidElement<HTMLAttributes<HTMLElement>>(child)) return null;
  const own = child.props;
  return cloneElement(child, { ...rest, ...own, className: cn(className, own.className) });
}
