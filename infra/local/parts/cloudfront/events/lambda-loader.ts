import { Console } from 'node:console';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Writable } from 'node:stream';
import { compileFunction } from 'node:vm';
import type { Log, LogLine } from '../../../part';
import type { LambdaConfig } from '../config/types';

export type LambdaHandler = (event: unknown) => unknown;

type Level = LogLine['level'];
type Say = (level: Level, message: string) => void;

const GLOBALS = ['exports', 'require', 'module', 'process', 'console'];

/**
 * Loads a Lambda@Edge bundle afresh, so that a new build is seen after a restart of the part. What
 * the function writes to its output becomes lines of the log, under the function's name.
 */
export function loadLambda({ codeDir, handler, name }: LambdaConfig, log: Log): LambdaHandler {
  const [module = '', exported = ''] = handler.split('.');
  const file = ['.js', '.cjs']
    .map((extension) => path.join(codeDir, module + extension))
    .find((candidate) => existsSync(candidate));
  if (file === undefined) throw new Error(`${name}: no ${module} in ${codeDir}`);
  const loaded = evaluated(file, (level, message) => log({ source: name, level, message }));
  const found = loaded[exported];
  if (typeof found !== 'function') throw new Error(`${name}: ${module} exports no ${exported}`);
  return found as LambdaHandler;
}

/** Runs a CommonJS module that has its own output. */
function evaluated(file: string, say: Say): Record<string, unknown> {
  const module = { exports: {} as Record<string, unknown> };
  const stdout = linesTo((line) => say('info', line));
  const stderr = linesTo((line) => say('warn', line));
  const run = compileFunction(readFileSync(file, 'utf8'), GLOBALS, { filename: file });
  const ownProcess = Object.create(process, {
    stdout: { value: stdout },
    stderr: { value: stderr },
  });
  const ownConsole = new Console({ stdout, stderr });
  run(module.exports, createRequire(file), module, ownProcess, ownConsole);
  return module.exports;
}

function linesTo(say: (line: string) => void): Writable {
  let unfinished = '';
  return new Writable({
    decodeStrings: false,
    write(text, _encoding, done) {
      const lines = (unfinished + text).split('\n');
      unfinished = lines.pop() ?? '';
      lines.forEach(say);
      done();
    },
  });
}
