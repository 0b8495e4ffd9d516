import type { Availability } from '@marketplace/services/provider/contract';
import { type PortalProps, portalLoader } from '../data/portal-loader';
import { fetchAvailability } from '../data/provider';

export type AvailabilityProps = PortalProps<Availability>;

export const load = portalLoader<Availability>('Availability', fetchAvailability);
