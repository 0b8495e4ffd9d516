import type { MarketTable } from '../../table';
import { answerAttributes } from './store';

type Items = Parameters<Parameters<MarketTable['transaction']['write']>[0]>[0];

/** A client's write while it is carried out. */
export interface ClientWrite {
  keyHash: string;
  /** Nothing can have been done by an attempt before this one. */
  isFirst: boolean;
  /** Set by a use case that has kept the answer together with what it tells of; else that is done after it. */
  isAnswered?: boolean;
}

/** The item that keeps a JSON answer, for the transaction which does what it tells of. */
export function answerItem(
  items: Items,
  { keyHash }: ClientWrite,
  { status, body }: { status: number; body: object },
) {
  const answer = { status, body: JSON.stringify(body), contentType: 'application/json' };
  return items.idempotency.patch({ keyHash }).set(answerAttributes(answer)).commit();
}
