import { readdirSync, readFileSync } from 'node:fs';
import { liveBytes, openInspector } from '../support/inspector';
import { median } from '../support/percentiles';

const EVERY_MS = 1_000;
/** Next renames its process once it runs. */
const SHELL = /next-server|server\.js/;

/** Resident bytes at one moment; Linux only. */
interface Sample {
  atMs: number;
  /** Next's server. */
  shell: number;
  /** The process that is distribution, APIs and the host of the functions. */
  cloud: number;
}

export interface Growth {
  firstMb: number;
  lastMb: number;
}

type Memory = Record<'shellLive' | 'shell' | 'cloud', Growth>;

/** Watches what the shell and the cloud's own process keep in memory, until it is asked. */
export async function watchMemory(cloudPid: number) {
  const shellPid = childrenOf(cloudPid).find((pid) => SHELL.test(commandOf(pid)));
  if (shellPid === undefined) throw new Error('The cloud runs no shell.');
  const inspector = await openInspector(shellPid);
  const liveAtFirst = await liveBytes(inspector);
  const samples: Sample[] = [];
  const look = () =>
    samples.push({ atMs: Date.now(), shell: rssOf(shellPid), cloud: rssOf(cloudPid) });
  look();
  const timer = setInterval(look, EVERY_MS);
  return {
    /**
     * What the shell needs after a collection, and what both processes have taken from the system:
     * medians of the first and of the last minute, or of the outer fifths of a shorter run.
     */
    async stop(): Promise<Memory> {
      clearInterval(timer);
      const liveAtLast = await liveBytes(inspector);
      const span = Math.min(60, Math.ceil(samples.length / 5));
      const [first, last] = [samples.slice(0, span), samples.slice(-span)];
      const resident = (name: 'shell' | 'cloud'): Growth => ({
        firstMb: toMb(median(first.map((sample) => sample[name]))),
        lastMb: toMb(median(last.map((sample) => sample[name]))),
      });
      return {
        shellLive: { firstMb: toMb(liveAtFirst), lastMb: toMb(liveAtLast) },
        shell: resident('shell'),
        cloud: resident('cloud'),
      };
    },
  };
}

function toMb(bytes: number): number {
  return Math.round(bytes / 2 ** 20);
}

function rssOf(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) * 1024;
}

function commandOf(pid: number): string {
  return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
}

/** Children of all threads of the process. */
function childrenOf(pid: number): number[] {
  return readdirSync(`/proc/${pid}/task`).flatMap((thread) =>
    readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8')
      .split(' ')
      .filter((text) => text !== '')
      .map(Number),
  );
}
