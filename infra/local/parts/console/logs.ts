import type { Log, LogLine } from '../../part';

const LINES_KEPT_PER_SOURCE = 500;

/** The last lines of every source, and who wrote them. */
export class LogBuffer {
  private readonly lines = new Map<string, LogLine[]>();

  /** `also` sees every line too, for a file or a terminal. */
  constructor(private readonly also: (line: LogLine) => void = () => {}) {}

  readonly write: Log = (line) => {
    const stamped = { ...line, atMs: Date.now() };
    const known = this.lines.get(line.source) ?? [];
    known.push(stamped);
    if (known.length > LINES_KEPT_PER_SOURCE) known.shift();
    this.lines.set(line.source, known);
    this.also(stamped);
  };

  sources(): { source: string; lines: number; errors: number }[] {
    return [...this.lines].sort().map(([source, lines]) => ({
      source,
      lines: lines.length,
      errors: lines.filter(({ level }) => level === 'error').length,
    }));
  }

  /** Latest first; all sources when none is named. */
  latest(limit: number, source?: string): LogLine[] {
    const chosen = source === undefined ? [...this.lines.values()] : [this.lines.get(source) ?? []];
    return chosen
      .flat()
      .reverse()
      .sort((a, b) => b.atMs - a.atMs)
      .slice(0, limit);
  }
}
