export { AnimatePresence, m, useReducedMotion } from 'framer-motion';
export { MotionProvider, transitions } from './motion';
