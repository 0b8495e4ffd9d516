/** One value that a secret has, had, or is to have: when a rotation announces it, there is none yet. */
export interface SecretVersion {
  id: string;
  value?: string;
  createdAtMs: number;
  /** Labels, each on one version. */
  stages: readonly string[];
}

export const CURRENT = 'AWSCURRENT';
export const PENDING = 'AWSPENDING';
const PREVIOUS = 'AWSPREVIOUS';

/** The version that carries a label. */
export const versionAt = (versions: readonly SecretVersion[], stage: string) =>
  versions.find(({ stages }) => stages.includes(stage));

/** Adds a version, or gives a value to one that was announced, and moves labels to it. */
export function withVersion(
  versions: readonly SecretVersion[],
  { id, value }: Pick<SecretVersion, 'id' | 'value'>,
  stages: readonly string[],
): readonly SecretVersion[] {
  const version: SecretVersion = {
    id,
    ...(value !== undefined && { value }),
    createdAtMs: Date.now(),
    stages: versions.find((known) => known.id === id)?.stages ?? [],
  };
  const others = versions.filter((known) => known.id !== id);
  return stages.reduce<readonly SecretVersion[]>(
    (all, stage) => withStage(all, id, stage),
    [...others, version],
  );
}

/** Moves a label to a version; who was current becomes previous, and who has no label left is forgotten. */
export function withStage(
  versions: readonly SecretVersion[],
  id: string,
  stage: string,
): readonly SecretVersion[] {
  const before = versionAt(versions, stage);
  const moved = versions.map((version) => ({
    ...version,
    stages: [
      ...version.stages.filter((known) => known !== stage),
      ...(version.id === id ? [stage] : []),
    ],
  }));
  return stage === CURRENT && before && before.id !== id
    ? withStage(moved, before.id, PREVIOUS)
    : moved.filter(({ stages }) => stages.length > 0);
}

/** Takes a version away. */
export const withoutVersion = (versions: readonly SecretVersion[], id: string) =>
  versions.filter((version) => version.id !== id);
