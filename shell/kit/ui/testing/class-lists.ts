import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

/** Class names that a component has of its own, or is given where it is used. */
export interface ClassList {
  component: string;
  /** File and line. */
  at: string;
  names: string[];
}

const NOT_SOURCES = /(^|[\\/])(node_modules|dist|\.next)[\\/]|\.test\.tsx?$/;
const MADE_OF = /^(cn|cva)$/;

/** Every TypeScript source below the folders, parsed. */
export function sourcesIn(root: string, folders: readonly string[]): ts.SourceFile[] {
  return folders.flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file) && !NOT_SOURCES.test(file))
      .map((file) => path.join(folder, file))
      .map((file) =>
        ts.createSourceFile(
          file,
          readFileSync(path.join(root, file), 'utf8'),
          ts.ScriptTarget.Latest,
          true,
          ts.ScriptKind.TSX,
        ),
      ),
  );
}

/**
 * What the components of these files say in their own `cn` and `cva`, in any of their states; what such
 * a list takes from another by its name is its own too.
 */
export function ownClasses(sources: readonly ts.SourceFile[]): Map<string, Set<string>> {
  const lists = namedLists(sources);
  return new Map(
    sources
      .flatMap(declarations)
      .map(([name, node]) => [
        name,
        new Set(callsIn(node).flatMap((call) => choicesIn(call, lists).map(({ name }) => name))),
      ]),
  );
}

/** What these files give to the components: `className` of an element, or among a `…Classes()`' options. */
export function givenClasses(sources: readonly ts.SourceFile[]): ClassList[] {
  return sources.flatMap((source) => {
    const lists: ClassList[] = [];
    visit(source, (node) => {
      const names = givenBy(node);
      if (!names) return;
      const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
      lists.push({ ...names, at: `${source.fileName}:${line}` });
    });
    return lists;
  });
}

/** Two class names that one element can have at the same time, in the order of their list. */
export interface ClassPair {
  /** File and line. */
  at: string;
  earlier: string;
  later: string;
}

/** Every two names of one `cn`, `cva` or `className`, but for those of which only one can be there. */
export function pairsWithin(sources: readonly ts.SourceFile[]): ClassPair[] {
  const lists = namedLists(sources);
  return sources.flatMap((source) =>
    listsIn(source).flatMap((list) => {
      const line = source.getLineAndCharacterOfPosition(list.getStart()).line + 1;
      const names = choicesIn(list, lists);
      return names.flatMap((later, index) =>
        names
          .slice(0, index)
          .filter((earlier) => canMeet(earlier, later))
          .map((earlier) => ({
            at: `${source.fileName}:${line}`,
            earlier: earlier.name,
            later: later.name,
          })),
      );
    }),
  );
}

/** A class name, and what must be chosen for it to be there: one way at a condition, one value of a variant. */
interface Choice {
  name: string;
  ways: ReadonlyMap<string, string>;
}

const canMeet = (one: Choice, other: Choice) =>
  [...one.ways].every(([choice, way]) => (other.ways.get(choice) ?? way) === way);

function listsIn(source: ts.SourceFile): ts.Node[] {
  const lists: ts.Node[] = callsIn(source);
  visit(source, (node) => {
    if (ts.isJsxAttribute(node) && isClassName(node) && callsIn(node).length === 0) {
      lists.push(node);
    }
  });
  return lists;
}

/** Lists that have a name, for those that are made with them. */
type NamedLists = ReadonlyMap<string, ts.Node>;

const namedLists = (sources: readonly ts.SourceFile[]): NamedLists =>
  new Map(
    sources
      .flatMap(declarations)
      .filter(([, node]) => ts.isVariableDeclaration(node) && callsIn(node).length > 0),
  );

function choicesIn(node: ts.Node, lists: NamedLists, ways: Choice['ways'] = new Map()): Choice[] {
  if (ts.isStringLiteralLike(node) || ts.isTemplateLiteralToken(node)) {
    return literalsIn(node).map((name) => ({ name, ways }));
  }
  if (ts.isIdentifier(node)) {
    return callsIn(lists.get(node.text)).flatMap((call) => choicesIn(call, lists, ways));
  }
  if (ts.isConditionalExpression(node)) {
    const condition = node.condition.getText();
    return [
      ...choicesIn(node.whenTrue, lists, new Map(ways).set(condition, 'true')),
      ...choicesIn(node.whenFalse, lists, new Map(ways).set(condition, 'false')),
    ];
  }
  if (ts.isBinaryExpression(node)) return choicesIn(node.right, lists, ways);
  if (ts.isObjectLiteralExpression(node)) return choicesOfObject(node, lists, ways);
  return node.getChildren().flatMap((child) => choicesIn(child, lists, ways));
}

/** Within `cva`: `variants` lists values of each variant, `compoundVariants` names the values it is for. */
function choicesOfObject(
  object: ts.ObjectLiteralExpression,
  lists: NamedLists,
  ways: Choice['ways'],
): Choice[] {
  const properties = object.properties.filter(ts.isPropertyAssignment);
  const nameOf = ({ name }: ts.PropertyAssignment) => name.getText();
  const compound = properties.find((property) => nameOf(property) === 'className');
  if (compound) {
    const needed = properties.filter(({ initializer }) => ts.isStringLiteral(initializer));
    const values = needed.map((property): [string, string] => [
      nameOf(property),
      literalsIn(property.initializer).join(' '),
    ]);
    return choicesIn(compound.initializer, lists, new Map([...ways, ...values]));
  }
  return properties.flatMap((property) => {
    if (nameOf(property) === 'defaultVariants') return [];
    const variant = object.parent;
    const isValue =
      ts.isPropertyAssignment(variant) &&
      ts.isPropertyAssignment(variant.parent.parent) &&
      nameOf(variant.parent.parent) === 'variants';
    const way: [string, string][] = isValue ? [[nameOf(variant), nameOf(property)]] : [];
    return choicesIn(property.initializer, lists, new Map([...ways, ...way]));
  });
}

function givenBy(node: ts.Node): Omit<ClassList, 'at'> | undefined {
  if (ts.isJsxOpeningElement(node) || ts.isJsxSelfClosingElement(node)) {
    const given = node.attributes.properties.filter((property) => isClassName(property));
    return { component: node.tagName.getText(), names: given.flatMap(literalsIn) };
  }
  if (ts.isCallExpression(node) && node.expression.getText().endsWith('Classes')) {
    const options = node.arguments.filter(ts.isObjectLiteralExpression);
    const given = options.flatMap(({ properties }) => properties.filter(isClassName));
    return { component: node.expression.getText(), names: given.flatMap(literalsIn) };
  }
  return undefined;
}

const isClassName = ({ name }: { name?: ts.Node | undefined }) => name?.getText() === 'className';

function declarations(source: ts.SourceFile): [name: string, node: ts.Node][] {
  return source.statements.flatMap((statement): [string, ts.Node][] => {
    if (ts.isFunctionDeclaration(statement) && statement.name) {
      return [[statement.name.text, statement]];
    }
    if (!ts.isVariableStatement(statement)) return [];
    return statement.declarationList.declarations.map((declaration) => [
      declaration.name.getText(),
      declaration,
    ]);
  });
}

function callsIn(node: ts.Node | undefined): ts.CallExpression[] {
  const calls: ts.CallExpression[] = [];
  if (!node) return calls;
  visit(node, (inner) => {
    if (ts.isCallExpression(inner) && MADE_OF.test(inner.expression.getText())) calls.push(inner);
  });
  return calls;
}

function literalsIn(node: ts.Node): string[] {
  const texts: string[] = [];
  visit(node, (inner) => {
    if (ts.isStringLiteralLike(inner) || ts.isTemplateHead(inner)) texts.push(inner.text);
    if (ts.isTemplateMiddleOrTemplateTail(inner)) texts.push(inner.text);
  });
  return texts.flatMap((text) => text.split(/\s+/)).filter((name) => name !== '');
}

function visit(node: ts.Node, look: (node: ts.Node) => void): void {
  look(node);
  ts.forEachChild(node, (child) => visit(child, look));
}
