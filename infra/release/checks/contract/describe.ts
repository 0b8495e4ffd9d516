import { readFileSync } from 'node:fs';
import path from 'node:path';
import { BROWSER_SHARED_MODULES } from '@marketplace/kit/federation/shared-modules';
import { EXPOSED_MODULES } from '@marketplace/kit/slice';
import ts from 'typescript';

/** Members of an exported type by name, `?` behind the optional ones, with the text of their types. */
export type TypeDescription = Record<string, string>;

/** What shell and slices promise each other, as data that can be compared. */
export interface ContractDescription {
  modules: Record<string, readonly string[]>;
  sharedModules: readonly string[];
  types: Record<string, TypeDescription>;
}

/** Describes the contract that stands in the working tree. */
export function describeContract(root: string): ContractDescription {
  const source = readFileSync(path.join(root, 'shell/kit/slice/contract.ts'), 'utf8');
  return {
    modules: EXPOSED_MODULES,
    sharedModules: BROWSER_SHARED_MODULES,
    types: describeTypes(source),
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
