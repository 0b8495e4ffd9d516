import type { ContractDescription, TypeDescription } from './describe';

/** Differences between two contracts, as sentences. */
export interface ContractChanges {
  /** A release or a shell of before would no longer work. */
  breaking: string[];
  /** Something that a release may now ask for and an older shell does not have. */
  additions: string[];
  /**
   * New modules, since an older shell does not ask for them and an older release has a fallback; and
   * events that nobody waits for.
   */
  harmless: string[];
}

/** Types that slices fill and the shell reads; all others the shell fills and slices read. */
const FROM_SLICES = new Set([
  ...['Head', 'Loaded', 'Loader', 'SliceModule', 'SliceServerModule'],
  'FragmentRequest',
]);

/** What changed from one contract to another, judged from the side that has to live with it. */
export function compareContracts(
  before: ContractDescription,
  after: ContractDescription,
): ContractChanges {
  const changes: ContractChanges = { breaking: [], additions: [], harmless: [] };
  compareLists(before.sharedModules, after.sharedModules, 'the page shares', changes);
  for (const slice of Object.keys({ ...before.modules, ...after.modules })) {
    const [had = [], has = []] = [before.modules[slice], after.modules[slice]];
    const added = has.filter((name) => !had.includes(name));
    changes.harmless.push(...added.map((name) => `${slice} exposes ${name}`));
    const gone = had.filter((name) => !has.includes(name));
    changes.breaking.push(...gone.map((name) => `${slice} no longer exposes ${name}`));
  }
  compareEvents(before.events, after.events, changes);
  for (const name of Object.keys({ ...before.types, ...after.types })) {
    compareType(name, before.types[name], after.types[name], changes);
  }
  return changes;
}

function compareLists(
  before: readonly string[],
  after: readonly string[],
  what: string,
  { breaking, additions }: ContractChanges,
): void {
  for (const name of before) if (!after.includes(name)) breaking.push(`${what} no more: ${name}`);
  for (const name of after) if (!before.includes(name)) additions.push(`${what} also: ${name}`);
}

/** Somebody waits in vain for an event that is no longer sent, and calls to nobody that is no longer heard. */
function compareEvents(
  before: ContractDescription['events'],
  after: ContractDescription['events'],
  { breaking, harmless }: ContractChanges,
): void {
  for (const party of Object.keys({ ...before, ...after })) {
    for (const [verb, counterpart] of [
      ['sends', 'hears'],
      ['hears', 'sends'],
    ] as const) {
      const [had, has] = [before, after].map((events) => events[party]?.[verb] ?? []);
      for (const name of had ?? []) {
        if (has?.includes(name)) continue;
        const others = Object.keys(before).filter(
          (other) => other !== party && before[other]?.[counterpart].includes(name),
        );
        const sentence = `${party} no longer ${verb} ${name}`;
        if (others.length === 0) harmless.push(sentence);
        else breaking.push(`${sentence}, which ${others.join(' and ')} ${counterpart}`);
      }
      const added = has?.filter((name) => !had?.includes(name)) ?? [];
      harmless.push(...added.map((name) => `${party} ${verb} ${name}`));
    }
  }
}

function compareType(
  name: string,
  before: TypeDescription | undefined,
  after: TypeDescription | undefined,
  { breaking, additions }: ContractChanges,
): void {
  if (!before) additions.push(`${name} is new`);
  else if (!after) breaking.push(`${name} is gone`);
  else {
    const had = membersOf(before);
    const has = membersOf(after);
    for (const member of new Set([...had.keys(), ...has.keys()])) {
      const verdict = judge(had.get(member), has.get(member), FROM_SLICES.has(name));
      if (!verdict) continue;
      const list = verdict.isBreaking ? breaking : additions;
      list.push(`${name}.${member} ${verdict.what}`);
    }
  }
}

interface Member {
  type: string;
  isOptional: boolean;
}

function judge(had: Member | undefined, has: Member | undefined, fromSlices: boolean) {
  if (!had && has) {
    const isBreaking = fromSlices && !has.isOptional;
    return { isBreaking, what: isBreaking ? 'is new and required' : 'is new' };
  }
  if (had && !has) return { isBreaking: !fromSlices, what: 'was removed' };
  if (had?.type !== has?.type) {
    return { isBreaking: true, what: `changed from \`${had?.type}\` to \`${has?.type}\`` };
  }
  if (had?.isOptional === has?.isOptional) return undefined;
  return has?.isOptional
    ? { isBreaking: !fromSlices, what: 'became optional' }
    : { isBreaking: fromSlices, what: 'became required' };
}

function membersOf(type: TypeDescription): Map<string, Member> {
  return new Map(
    Object.entries(type).map(([name, text]) => [
      name.replace(/\?$/, ''),
      { type: text, isOptional: name.endsWith('?') },
    ]),
  );
}
