import { LazyMotion, MotionConfig } from 'framer-motion';
import type { ReactNode } from 'react';

const EASE = [0.2, 0, 0, 1] as const;

/** The two speeds and the one easing of the design, for `transition`. */
export const transitions = {
  feedback: { duration: 0.12, ease: EASE },
  move: { duration: 0.22, ease: EASE },
} as const;

const features = () => import('./features').then((module) => module.default);

/** Loads Framer Motion's features after paint and keeps still for who wants stillness. Use `m`, never `motion`. */
export function MotionProvider({ children }: { children: ReactNode }) {
  return (
    <LazyMotion features={features} strict>
      <MotionConfig reducedMotion="user" transition={transitions.move}>
        {children}
      </MotionConfig>
    </LazyMotion>
  );
}
