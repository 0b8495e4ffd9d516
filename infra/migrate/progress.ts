import { SOURCE_TABLES } from './transform/findings';
import type { Outcome } from './transform/items';

const BAR_WIDTH = 30;
const EVERY_MS = 200;
const EVERY_MS_WITHOUT_TERMINAL = 10_000;

export interface Progress {
  advance(read: Outcome['read']): void;
  end(): void;
}

/** A bar on a terminal, a line now and then elsewhere. */
export function progressOn(
  stream: NodeJS.WriteStream,
  { name, total, done = 0 }: { name: string; total: number; done?: number },
): Progress {
  const startedMs = Date.now();
  let rows = done;
  let shownMs = 0;
  const show = () => {
    shownMs = Date.now();
    const seconds = (shownMs - startedMs) / 1000;
    const line = lineOf({ name, rows, total, perSecond: (rows - done) / Math.max(seconds, 0.001) });
    stream.write(stream.isTTY ? `\r${line}\x1b[K` : `${line}\n`);
  };
  return {
    advance(read) {
      for (const table of SOURCE_TABLES) rows += read[table] ?? 0;
      const everyMs = stream.isTTY ? EVERY_MS : EVERY_MS_WITHOUT_TERMINAL;
      if (Date.now() - shownMs >= everyMs) show();
    },
    end() {
      show();
      if (stream.isTTY) stream.write('\n');
    },
  };
}

function lineOf(at: { name: string; rows: number; total: number; perSecond: number }): string {
  const share = at.total === 0 ? 1 : Math.min(1, at.rows / at.total);
  const filled = Math.round(share * BAR_WIDTH);
  const bar = '█'.repeat(filled) + '░'.repeat(BAR_WIDTH - filled);
  const number = (value: number) => Math.round(value).toLocaleString('en-US');
  const rows = `${number(at.rows)} of ${number(at.total)} rows`;
  return `${at.name} ${bar} ${Math.floor(share * 100)}%  ${rows}, ${number(at.perSecond)}/s`;
}
