export { formatRemaining, Timer, type TimerProps } from './timer';
export { useRemainingSeconds } from './use-remaining';
