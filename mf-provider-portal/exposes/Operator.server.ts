import type { Loader } from '@marketplace/kit/slice';
import { ProblemError } from '@marketplace/kit/slice/request';
import { inLanguage, type WithWords } from '@marketplace/kit/slice/words';
import type { ReconciliationReport } from '@marketplace/services/provider/contract';
import { fetchReports, findProviders, type ProviderPage } from '../data/operator';
import { CATALOGUES, SPOKEN, wordsOf } from '../data/words';

type DeskProps =
  | { isOperator: true; providers: ProviderPage; reports: ReconciliationReport[] }
  | { isOperator: false };

export type OperatorProps = DeskProps & WithWords;

/** What operators begin with: who waits for approval, and what the last nights found. */
const loadDesk: Loader<DeskProps> = async (context) => {
  const t = wordsOf('operator', context.locale);
  const head = { title: t('heading') };
  const reach = {
    baseUrl: context.services.provider,
    token: context.accessToken,
    signal: context.signal,
  };
  try {
    const [providers, reports] = await Promise.all([
      findProviders({ status: 'draft', q: '' }, reach),
      fetchReports(reach),
    ]);
    return { head, props: { isOperator: true, providers, reports: reports.items } };
  } catch (error) {
    if (!(error instanceof ProblemError) || error.problem.status !== 403) throw error;
    return { head, props: { isOperator: false } };
  }
};

export const load: Loader<OperatorProps> = inLanguage(loadDesk, CATALOGUES, SPOKEN.Operator);
