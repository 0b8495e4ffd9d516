import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const START = path.join(import.meta.dirname, 'start.mjs');

async function startOn(port: number): Promise<{ code: number; output: string }> {
  const child = spawn(process.execPath, [START], { env: { ...process.env, PORT: String(port) } });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output += chunk;
    });
  }
  const [code] = (await once(child, 'close')) as [number];
  return { code, output };
}

describe('npm start', () => {
  it('says in one sentence that its port is busy, before it does anything', async () => {
    const intruder = createServer().listen(0);
    await once(intruder, 'listening');
    const { port } = intruder.address() as AddressInfo;
    const { code, output } = await startOn(port);
    intruder.close();
    expect(code).toBe(1);
    expect(output.trim()).toBe(
      `Port ${port} is in use: stop the program that uses it, or choose another with PORT=${port + 100} npm start.`,
    );
  });
});
