import { type Stack, Tags } from 'aws-cdk-lib';
import type { StageConfig } from '../config';

/** Every resource carries them; activated as cost allocation tags, they split the bill by slice. */
export const TAG_KEYS = ['project', 'stage', 'slice'] as const;

/** Who a resource belongs to on the bill. */
export type CostSlice =
  | 'shared'
  | 'catalog'
  | 'booking'
  | 'provider-portal'
  | 'payments'
  | 'shell'
  | 'edge'
  | 'operations';

/** Tags everything in a stack. */
export function tagStack(stack: Stack, { stage }: StageConfig, slice: CostSlice): void {
  const values = { project: 'ecosystem-marketplace', stage, slice };
  for (const key of TAG_KEYS) Tags.of(stack).add(key, values[key]);
}
