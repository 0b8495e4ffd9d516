import type {
  AvailabilityItem,
  BookingContactItem,
  BookingItem,
  LedgerItem,
  MigratedAccountItem,
  PaymentItem,
  ProviderItem,
  ResourceDayItem,
  ReviewItem,
  ServiceItem,
  UserItem,
} from '@marketplace/services/shared/table';
import type { Finding, Mend, SourceTable } from './findings';

/** The entities that are written, by their names in the table. */
export interface Items {
  user: UserItem;
  migratedAccount: MigratedAccountItem;
  provider: ProviderItem;
  availability: AvailabilityItem;
  service: ServiceItem;
  booking: BookingItem;
  bookingContact: Omit<BookingContactItem, 'emailHash'>;
  payment: PaymentItem;
  ledger: Omit<LedgerItem, 'status'>;
  review: ReviewItem;
  resourceDay: ResourceDayItem;
}

export type EntityName = keyof Items;
export type MigratedItem = {
  [Name in EntityName]: { entity: Name; item: Items[Name] };
}[EntityName];

/** What became of some rows: the items they are written as, and what there is to know about them. */
export interface Outcome {
  items: MigratedItem[];
  findings: Finding[];
  /** Rows that were gone through. */
  read: Partial<Record<SourceTable, number>>;
}

export function emptyOutcome(): Outcome {
  return { items: [], findings: [], read: {} };
}

export function countRead(outcome: Outcome, table: SourceTable, rows = 1): void {
  outcome.read[table] = (outcome.read[table] ?? 0) + rows;
}

/** Notes changes of one row. */
export type NoteMend = (reason: Mend, detail?: string) => void;
