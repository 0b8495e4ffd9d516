import type { ManagedProvider } from '@marketplace/services/provider/contract';
import { useRef, useState } from 'react';
import {
  decideOnProvider,
  findProviders,
  type ProviderDecision,
  type ProviderFilter,
  type ProviderPage,
} from '../../../data/operator';

/** Providers by a filter, and decisions on them; of several filters asked for, only the last counts. */
export function useProviders(first: ProviderPage) {
  const [page, setPage] = useState(first);
  const [filter, setFilter] = useState<ProviderFilter>({ status: 'draft', q: '' });
  const [busyId, setBusyId] = useState<string | null>(null);
  const [hasFailed, setHasFailed] = useState(false);
  const [decided, setDecided] = useState<ManagedProvider | null>(null);
  const latest = useRef(0);

  async function show(change: Partial<ProviderFilter>) {
    const turn = ++latest.current;
    const wanted = { ...filter, ...change };
    setFilter(wanted);
    setHasFailed(false);
    try {
      const found = await findProviders(wanted);
      if (turn === latest.current) setPage(found);
    } catch {
      if (turn === latest.current) setHasFailed(true);
    }
  }

  async function decide(providerId: string, decision: ProviderDecision) {
    setBusyId(providerId);
    setHasFailed(false);
    try {
      const changed = await decideOnProvider(providerId, decision);
      setDecided(changed);
      setPage(({ items, total }) => ({
        total,
        items: items.map((item) => (item.providerId === providerId ? changed : item)),
      }));
    } catch {
      setHasFailed(true);
    }
    setBusyId(null);
  }

  return { page, filter, busyId, hasFailed, decided, show, decide };
}
