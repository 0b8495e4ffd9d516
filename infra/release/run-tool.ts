import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

const SHOWN_CHARACTERS = 4_000;

interface ToolOptions {
  cwd?: string;
  env?: Record<string, string>;
}

/**
 * Runs a tool of the repository and gives its output; throws with the end of it when the tool fails.
 */
export async function runTool(
  root: string,
  [tool = '', ...args]: string[],
  { cwd = root, env = {} }: ToolOptions = {},
): Promise<string> {
  const child = spawn(path.join(root, 'node_modules/.bin', tool), args, {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  });
  // An interrupted release must not leave its build running.
  const stop = () => child.kill('SIGTERM');
  process.once('exit', stop);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output += chunk;
    });
  }
  const [exitCode] = await once(child, 'close');
  process.off('exit', stop);
  if (exitCode !== 0) throw new Error(`${tool} failed:\n${output.slice(-SHOWN_CHARACTERS)}`);
  return output;
}
