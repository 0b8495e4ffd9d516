import { type EarningsRange, lastDays } from '../data/days/earnings-days';
import { type PortalProps, portalLoader } from '../data/portal-loader';
import { fetchEarnings } from '../data/provider';

export type EarningsProps = PortalProps<EarningsRange>;

const DEFAULT_DAYS = 30;

export const load = portalLoader<EarningsRange>('Earnings', async (reach) => {
  const range = lastDays(DEFAULT_DAYS, Date.now());
  return { ...range, earnings: await fetchEarnings(range, reach) };
});
