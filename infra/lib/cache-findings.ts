import type { CacheConfig } from '../config';
import { type Acknowledgement, solutions } from './acknowledgement';

const NODES: Acknowledgement[] = [
  {
    at: /^Cache\/Valkey\/Nodes$/,
    id: solutions('AEC6'),
    reason: 'A user with rights of its own instead of one password for everything.',
  },
  {
    at: /^Cache\/Valkey\/Nodes$/,
    id: solutions('AEC5'),
    reason: 'Only the functions’ security group reaches the port, whichever it is.',
  },
];

/** Findings at the cache, accepted. */
export const cacheFindings = ({ kind }: CacheConfig): Acknowledgement[] => [
  {
    at: /^Cache\/User\/Secret$/,
    id: solutions('SMG4'),
    reason:
      'A new password is given by a deployment, after which functions start anew: a runbook, not a timer.',
  },
  ...(kind === 'nodes' ? NODES : []),
];
