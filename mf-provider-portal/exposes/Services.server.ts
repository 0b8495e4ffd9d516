import type { OwnService } from '@marketplace/services/provider/contract';
import { type PortalProps, portalLoader } from '../data/portal-loader';
import { fetchServices } from '../data/provider';

export type ServicesProps = PortalProps<{ items: OwnService[] }>;

export const load = portalLoader<{ items: OwnService[] }>('Services', fetchServices);
