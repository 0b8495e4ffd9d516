import type { ProviderContext } from '../context';
import type { ReconciliationReport } from '../contract';
import { requireOperator } from './require-operator';

const DAYS = 30;
const DAY_MS = 86_400_000;

/** What the nightly comparison found on the last days, latest first; a day without a run is not there. */
export async function listReconciliations(
  context: ProviderContext,
): Promise<{ items: ReconciliationReport[] }> {
  requireOperator(context);
  const days = Array.from({ length: DAYS }, (_, daysAgo) => {
    const at = new Date(context.now.getTime() - daysAgo * DAY_MS);
    return { day: at.toISOString().slice(0, 10) };
  });
  const { data } = await context.table.reconciliation.get(days).go();
  return { items: data.sort((a, b) => b.day.localeCompare(a.day)) };
}
