import type { RequestContext } from '../shared/lambda';
import type { Payments } from '../shared/payments';
import type { MarketTable } from '../shared/table';
import type { Accounts } from './onboarding/accounts';
import type { Uploads } from './uploads/uploads';

export interface ProviderPorts {
  table: MarketTable;
  payments: Payments;
  accounts: Accounts;
  uploads: Uploads;
  /** Scheme and host of the marketplace, for the pages Stripe leads back to. */
  publicOrigin: string;
  /** AWS region that writes. */
  region: string;
  /** Where providers belong that nobody has moved; absent in a stage of one region. */
  homeRegion?: string | undefined;
}

/** What the use cases of the portal work with. */
export type ProviderContext = ProviderPorts & RequestContext;
