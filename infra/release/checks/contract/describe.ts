import { readFileSync } from 'node:fs';
import path from 'node:path';
import { BROWSER_SHARED_MODULES } from '@marketplace/kit/federation/shared-modules';
import { EXPOSED_MODULES, SLICE_NAMES } from '@marketplace/kit/slice';
import ts from 'typescript';
import { eventsOf, type SliceEvents } from '../../build/events';

/** Members of an exported type by name, `?` behind the optional ones, with the text of their types. */
export type TypeDescription = Record<string, string>;

/** What shell and slices promise each other, as data that can be compared. */
export interface ContractDescription {
  modules: Record<string, readonly string[]>;
  sharedModules: readonly string[];
  /** Events that the shell and each slice send and hear. */
  events: Record<string, SliceEvents>;
  types: Record<string, TypeDescription>;
}

/** Files whose exported types are the contract's. */
const TYPES = ['shell/kit/slice/contract.ts', 'shell/kit/slice/events.ts'];

/** Describes the contract that stands in the working tree. */
export async function describeContract(root: string): Promise<ContractDescription> {
  const sources = TYPES.map((file) => readFileSync(path.join(root, file), 'utf8'));
  const parties = { shell: 'shell/src', ...Object.fromEntries(SLICE_NAMES.map((s) => [s, s])) };
  const events = Object.entries(parties).map(
    async ([party, folder]) => [party, await eventsOf(path.join(root, folder))] as const,
  );
  return {
    modules: EXPOSED_MODULES,
    sharedModules: BROWSER_SHARED_MODULES,
    events: Object.fromEntries(await Promise.all(events)),
    types: Object.assign({}, ...sources.map(describeTypes)),
  };
}

/** Every exported interface and type alias of a source file. */
export function describeTypes(source: string): Record<string, TypeDescription> {
  const file = ts.createSourceFile('contract.ts', source, ts.ScriptTarget.Latest, true);
  const types: Record<string, TypeDescription> = {};
  for (const statement of file.statements) {
    if (!ts.isInterfaceDeclaration(statement) && !ts.isTypeAliasDeclaration(statement)) continue;
    if (!statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) continue;
    types[statement.name.text] = ts.isInterfaceDeclaration(statement)
      ? describeInterface(statement)
      : { '=': textOf(statement.type) };
  }
  return types;
}

function describeInterface(declaration: ts.InterfaceDeclaration): TypeDescription {
  const parents = declaration.heritageClauses?.flatMap(({ types }) => types.map(textOf)) ?? [];
  const members = declaration.members.filter(ts.isPropertySignature).map((member) => {
    const name = `${textOf(member.name)}${member.questionToken ? '?' : ''}`;
    return [name, member.type ? textOf(member.type) : 'any'] as const;
  });
  return {
    ...(parents.length > 0 && { extends: parents.join(', ') }),
    ...Object.fromEntries(members),
  };
}

const textOf = (node: ts.Node): string => node.getText().replace(/\s+/g, ' ');
