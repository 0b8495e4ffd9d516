import type { Mailer } from '../shared/mail';
import type { Log } from '../shared/observability';
import type { MarketTable } from '../shared/table';
import type { IdentityRefusal } from './contract';
import type { People } from './people';

/** What the use cases of accounts stand on. */
export interface IdentityContext {
  table: MarketTable;
  people: People;
  mailer: Mailer;
  publicOrigin: string;
  now: Date;
  log: Log;
}

/** A use case that will not do what it was asked. */
export class Refusal extends Error {
  constructor(readonly code: IdentityRefusal) {
    super(code);
    this.name = 'Refusal';
  }
}
