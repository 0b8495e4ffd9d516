import { type Difference, differencesOf } from './differences';
import type { Settled } from './templates';

/** Stacks of the CDK app, and the stacks of the Amplify backend that hold the same. */
const COUNTERPARTS: Record<string, string[]> = {
  Guardrails: ['guardrails'],
  Shared: ['data', 'auth', 'storage', 'platform'],
  Cache: ['cache'],
  Catalog: ['catalog'],
  Booking: ['booking'],
  Portal: ['portal'],
  Payments: ['payments'],
  Identity: ['identity'],
  Releases: ['releases'],
};

export interface Comparison {
  /** The stack of the CDK app. */
  id: string;
  /** How many resources it has. */
  resources: number;
  differences: Difference[];
}

/** Each stack of the CDK app against what holds the same in the Amplify backend. */
export function compare(
  cdk: Record<string, Settled>,
  amplify: Record<string, Settled>,
): Comparison[] {
  return Object.entries(COUNTERPARTS)
    .filter(([id]) => id in cdk)
    .map(([id, names]) => {
      const ours = cdk[id] ?? {};
      const theirs: Settled = Object.assign({}, ...names.map((name) => amplify[name]));
      const resources = Object.keys(ours).length;
      return { id, resources, differences: differencesOf(ours, theirs) };
    });
}
