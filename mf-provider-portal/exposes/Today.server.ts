import type { ProviderBooking } from '@marketplace/services/provider/contract';
import { type PortalProps, portalLoader } from '../data/portal-loader';
import { fetchBookings } from '../data/provider';

interface TodayData {
  bookings: ProviderBooking[];
  /** When the server looked, a UTC instant. */
  now: string;
}

export type TodayProps = PortalProps<TodayData>;

const MS_PER_DAY = 86_400_000;

/** A day back, so that all of today is in it in every zone, and the seven days ahead. */
export const load = portalLoader<TodayData>('Today', async (reach) => {
  const nowMs = Date.now();
  const from = new Date(nowMs - MS_PER_DAY).toISOString();
  const to = new Date(nowMs + 7 * MS_PER_DAY).toISOString();
  const { items } = await fetchBookings({ from, to }, reach);
  return { bookings: items, now: new Date(nowMs).toISOString() };
});
