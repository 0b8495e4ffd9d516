import path from 'node:path';
import ts from 'typescript';

interface ExposingSlice {
  /** Repository root, where the compiler's settings are. */
  root: string;
  /** The slice's directory. */
  directory: string;
  modules: readonly string[];
}

/**
 * What the compiler says against a slice's `exposes/`: each module must be a `SliceModule` for
 * exactly the props that its `.server` module loads. Empty when all of them keep the contract.
 */
export function contractBreaches({ root, directory, modules }: ExposingSlice): string[] {
  const probe = path.join(directory, 'exposes/contract-probe.ts');
  const options = compilerOptions(root);
  const host = ts.createCompilerHost(options);
  const readSource = host.getSourceFile.bind(host);
  host.getSourceFile = (fileName, ...rest) =>
    path.resolve(fileName) === probe
      ? ts.createSourceFile(fileName, probeSource(modules), ts.ScriptTarget.Latest)
      : readSource(fileName, ...rest);
  const program = ts.createProgram([probe], options, host);
  const source = program.getSourceFile(probe);
  const problems = [
    ...program.getSyntacticDiagnostics(source),
    ...program.getSemanticDiagnostics(source),
  ];
  return problems.map(({ messageText, start = 0 }) => {
    const line = source?.getLineAndCharacterOfPosition(start).line ?? 0;
    const subject = modules[Math.floor((line - 1) / LINES_EACH)] ?? 'exposes';
    return `${subject}: ${ts.flattenDiagnosticMessageText(messageText, '\n    ')}`;
  });
}

/** Lines of the probe for each module, behind the first line. */
const LINES_EACH = 5;

function probeSource(modules: readonly string[]): string {
  const checks = modules.map(
    (name, index) => `import * as module${index} from './${name}';
import * as server${index} from './${name}.server';
type Props${index} = Awaited<ReturnType<typeof server${index}.load>>['props'];
module${index} satisfies SliceModule<Props${index}>;
server${index} satisfies SliceServerModule<Props${index}>;`,
  );
  const types = "import type { SliceModule, SliceServerModule } from '@marketplace/kit/slice';";
  return [types, ...checks].join('\n');
}

function compilerOptions(root: string): ts.CompilerOptions {
  const file = path.join(root, 'tsconfig.base.json');
  const { config } = ts.readConfigFile(file, ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent({ ...config, files: [] }, ts.sys, root);
  return { ...options, noEmit: true, incremental: false, composite: false };
}
