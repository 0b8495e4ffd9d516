import type { ProviderBookingList } from '@marketplace/services/provider/contract';
import { type PortalProps, portalLoader } from '../data/portal-loader';
import { fetchBookings } from '../data/provider';

export type BookingsProps = PortalProps<ProviderBookingList>;

export const load = portalLoader<ProviderBookingList>('Bookings', (reach) =>
  fetchBookings({}, reach),
);
