import type { Resource } from './settle';
import type { Settled } from './templates';

export interface Difference {
  resource: string;
  /** Dotted path below the resource. */
  path: string;
  cdk: unknown;
  amplify: unknown;
}

/** Tags that Amplify puts on what it deploys, beside the stage's own: all in which the two may differ. */
const AMPLIFY_TAG = /^(created-by|amplify:)/;

const isTag = (value: unknown): value is { Key: string } =>
  typeof value === 'object' && value !== null && 'Key' in value && 'Value' in value;

/** Without the tags that only Amplify adds, for lists of `{Key, Value}` as well as maps. */
function withoutAmplifyTags(tags: unknown): unknown {
  if (Array.isArray(tags)) return tags.filter((tag) => !isTag(tag) || !AMPLIFY_TAG.test(tag.Key));
  if (typeof tags !== 'object' || tags === null) return tags;
  return Object.fromEntries(Object.entries(tags).filter(([key]) => !AMPLIFY_TAG.test(key)));
}

function* between(
  path: string,
  cdk: unknown,
  amplify: unknown,
): Generator<Omit<Difference, 'resource'>> {
  const [a, b] = /Tags$/.test(path)
    ? [withoutAmplifyTags(cdk), withoutAmplifyTags(amplify)]
    : [cdk, amplify];
  if (Object.is(a, b)) return;
  const containers = [a, b].every((side) => typeof side === 'object' && side !== null);
  if (!containers || Array.isArray(a) !== Array.isArray(b)) {
    yield { path, cdk: a, amplify: b };
    return;
  }
  const [left, right] = [a, b] as [Record<string, unknown>, Record<string, unknown>];
  for (const key of new Set([...Object.keys(left), ...Object.keys(right)])) {
    yield* between(path ? `${path}.${key}` : key, left[key], right[key]);
  }
}

/** Everything that two sets of settled resources do not have in common. */
export function differencesOf(cdk: Settled, amplify: Settled): Difference[] {
  const ids = new Set([...Object.keys(cdk), ...Object.keys(amplify)]);
  return [...ids].flatMap((id) => {
    const named = (resource?: Resource) => `${resource?.Type} ${id}`;
    const [ours, theirs] = [cdk[id], amplify[id]];
    if (!ours || !theirs) {
      const there = (resource?: Resource) => (resource ? 'there' : 'missing');
      return [
        { resource: named(ours ?? theirs), path: '', cdk: there(ours), amplify: there(theirs) },
      ];
    }
    return [...between('', ours, theirs)].map((found) => ({ resource: named(ours), ...found }));
  });
}
