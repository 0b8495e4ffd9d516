import { MARKET_HEADER } from '@marketplace/services/domain/releases';
import type { GetServerSideProps } from 'next';
import type { ComposedPageProps } from '../federation/slot-state';
import { marketOf } from '../market/market-of';
import { answerBusy } from './busy-answer';
import type { Gate, Rank } from './gate';
import { pageGate } from './page-gate';

type Page = GetServerSideProps<Partial<ComposedPageProps>>;

/**
 * A page that is made only while the server keeps up; else its visitor is told to come back. This is
 * the first thing of ours that runs for a page in every kind of hosting.
 */
export function whileKeepingUp(page: Page, rank: Rank, gate: () => Gate = pageGate): Page {
  return async (context) => {
    const { req, res } = context;
    const visit = gate().visit(rank);
    res.once('close', visit.leave);
    if (await visit.entered) return page(context);
    answerBusy(req, res, marketOf(req.headers[MARKET_HEADER]).locale);
    return { props: {} };
  };
}
