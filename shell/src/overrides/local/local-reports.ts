import type { LocalReport } from '@marketplace/kit/federation/manifest';
import { useEffect, useState } from 'react';

type Listener = (report: LocalReport) => void;

interface Machine {
  source: EventSource;
  listeners: Set<Listener>;
  last?: LocalReport;
}

/** One connection to each origin, whoever listens. */
const machines = new Map<string, Machine>();

/** How the last build on a machine of the team ended, as that machine says at once and ever after. */
export function useLocalReport(origin: string | undefined): LocalReport | undefined {
  const [report, setReport] = useState<LocalReport>();
  useEffect(() => (origin === undefined ? undefined : listen(origin, setReport)), [origin]);
  return report;
}

function listen(origin: string, listener: Listener): () => void {
  const machine = machines.get(origin) ?? connect(origin);
  machine.listeners.add(listener);
  if (machine.last) listener(machine.last);
  return () => {
    machine.listeners.delete(listener);
    if (machine.listeners.size > 0) return;
    machine.source.close();
    machines.delete(origin);
  };
}

/** A machine that stops is asked again by the browser itself until it is back. */
function connect(origin: string): Machine {
  const machine: Machine = { source: new EventSource(`${origin}/reports`), listeners: new Set() };
  machine.source.onmessage = ({ data }: MessageEvent<string>) => {
    const report = JSON.parse(data) as LocalReport;
    machine.last = report;
    for (const listener of machine.listeners) listener(report);
  };
  machines.set(origin, machine);
  return machine;
}
