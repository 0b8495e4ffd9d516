import { readdirSync, readFileSync } from 'node:fs';

interface Process {
  group: number;
  residentBytes: number;
}

/** `/proc/<pid>/stat` puts the program's name in brackets; group and pages are counted after it. */
function processOf(pid: string, pageBytes: number): Process | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return { group: Number(fields[2]), residentBytes: Number(fields[21]) * pageBytes };
  } catch {
    return undefined;
  }
}

const PAGE_BYTES = 4096;

/**
 * Resident memory of everything that was started together with this process: npm, the task, the
 * cloud and its children. Where `/proc` is missing, of this process alone.
 */
export function startedMemoryBytes(): number {
  const own = processOf('self', PAGE_BYTES);
  if (!own) return process.memoryUsage().rss;
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => processOf(pid, PAGE_BYTES))
    .filter((found) => found?.group === own.group)
    .reduce((sum, found) => sum + (found?.residentBytes ?? 0), 0);
}
