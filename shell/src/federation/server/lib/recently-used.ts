/**
 * Keeps the few most recently used names of each group and reports what falls out, so that old
 * releases do not stay in memory for ever.
 */
export function recentlyUsed({ keep, onEvict }: { keep: number; onEvict: (name: string) => void }) {
  const groups = new Map<string, Set<string>>();
  return (group: string, name: string): void => {
    const names = groups.get(group) ?? new Set<string>();
    groups.set(group, names);
    names.delete(name);
    names.add(name);
    for (const oldest of names) {
      if (names.size <= keep) break;
      names.delete(oldest);
      onEvict(oldest);
    }
  };
}
