import { globSync } from 'node:fs';
import { join } from 'node:path';

export type WriteHandler = (request: Request) => Promise<Response>;

const SHELL = join(import.meta.dirname, '../../..');
const WRITES = ['POST', 'PUT', 'PATCH', 'DELETE'];

/** Every field that any of the forms asks for, each with something that is taken. */
export const FIELDS = {
  ...{ email: 'ada@demo.test', name: 'Ada', next: '/bookings', everywhere: 'yes' },
  ...{ password: 'Demo-Pass-1!', current: 'Demo-Pass-1!', code: '123456' },
  ...{ slice: 'mf-catalog', release: 'r1' },
};

/** Every write that the shell answers itself. */
export async function writesOfTheShell(): Promise<{ name: string; handler: WriteHandler }[]> {
  const writes: { name: string; handler: WriteHandler }[] = [];
  for (const file of globSync('app/**/route.ts', { cwd: SHELL }).sort()) {
    const module = (await import(join(SHELL, file))) as Record<string, WriteHandler>;
    for (const method of WRITES) {
      const handler = module[method];
      if (handler) writes.push({ name: `${method} ${file}`, handler });
    }
  }
  return writes;
}

/** Pages of the older router that would answer writes. */
export const olderWrites = (): string[] => globSync('pages/api/**', { cwd: SHELL });
