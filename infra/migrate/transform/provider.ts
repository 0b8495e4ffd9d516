import type { ServiceItem } from '@marketplace/services/shared/table';
import type { BookingRow, ProviderRow, ServiceRow } from '../source/rows';
import { bookedOutcome } from './booking/booked';
import { Claims } from './booking/claims';
import { type Business, businessOf } from './business';
import { type Finding, Rejected } from './findings';
import { countRead, emptyOutcome, type MigratedItem, type Outcome } from './items';
import { serviceOf } from './service';

const TOOK_PLACE: readonly string[] = ['confirmed', 'completed', 'no_show'];

/**
 * One provider with all that belongs to it, row by row: first itself, then its services, then its
 * bookings by the time they were made, then what these add up to. Holds no bookings, only what those
 * ahead claim.
 */
export class ProviderMigration {
  readonly #business: Business | undefined;
  readonly #services = new Map<string, ServiceItem | undefined>();
  readonly #claims: Claims;
  readonly #totals = { ratingSum: 0, ratingCount: 0, bookingsCount: 0 };

  constructor(
    row: ProviderRow,
    private readonly cutAt: string,
    outcome: Outcome,
  ) {
    this.#claims = new Claims(new Date(cutAt));
    countRead(outcome, 'providers');
    this.#business = orRejected('providers', row.id, outcome, (mend) =>
      businessOf(row, cutAt, mend),
    );
  }

  service(row: ServiceRow, outcome: Outcome): void {
    countRead(outcome, 'services');
    const service = orRejected('services', row.id, outcome, (mend) => {
      if (!this.#business) throw new Rejected('PROVIDER_NOT_MIGRATED');
      return serviceOf(row, this.#business.provider, { cutAt: this.cutAt, mend });
    });
    this.#services.set(row.id, service);
    if (service) outcome.items.push({ entity: 'service', item: service });
  }

  booking(row: BookingRow): Outcome {
    if (!this.#business) return withoutProvider(row);
    const { provider } = this.#business;
    const outcome = bookedOutcome(row, {
      provider,
      services: this.#services,
      claims: this.#claims,
    });
    for (const item of outcome.items) this.#add(item);
    return outcome;
  }

  /** What is written once all is known. */
  finish(outcome: Outcome): void {
    if (!this.#business) return;
    const { provider, availability } = this.#business;
    outcome.items.push(
      { entity: 'provider', item: { ...provider, ...this.#totals } },
      { entity: 'availability', item: availability },
      ...this.#claims.items().map((item) => ({ entity: 'resourceDay' as const, item })),
    );
  }

  #add({ entity, item }: MigratedItem): void {
    if (entity === 'review') {
      this.#totals.ratingSum += item.stars;
      this.#totals.ratingCount++;
    }
    if (entity === 'booking' && (item.paidAt !== undefined || TOOK_PLACE.includes(item.state))) {
      this.#totals.bookingsCount++;
    }
  }
}

function withoutProvider({ id, payments, reviews }: BookingRow): Outcome {
  const outcome = emptyOutcome();
  countRead(outcome, 'bookings');
  countRead(outcome, 'payments', payments.length);
  countRead(outcome, 'reviews', reviews.length);
  const reason = 'PROVIDER_NOT_MIGRATED' as const;
  outcome.findings.push(
    { table: 'bookings', id, reason },
    ...payments.map((row) => ({ table: 'payments' as const, id: row.id, reason })),
    ...reviews.map((row) => ({ table: 'reviews' as const, id: row.id, reason })),
  );
  return outcome;
}

/** What is made of a row; undefined, and noted, when it stays behind. */
function orRejected<Made>(
  table: Finding['table'],
  id: string,
  { findings }: Outcome,
  make: (mend: (reason: Finding['reason'], detail?: string) => void) => Made,
): Made | undefined {
  const note = (reason: Finding['reason'], detail?: string) =>
    findings.push({ table, id, reason, ...(detail && { detail: detail.slice(0, 200) }) });
  const before = findings.length;
  try {
    return make((reason, detail) => note(reason, detail));
  } catch (error) {
    if (!(error instanceof Rejected)) throw error;
    // What was mended in a row that stays behind does not matter.
    findings.length = before;
    note(error.reason, error.detail);
    return undefined;
  }
}
