import type { Loader } from '@marketplace/kit/slice';
import { ProblemError } from '@marketplace/kit/slice/request';
import type { ReconciliationReport } from '@marketplace/services/provider/contract';
import { createTranslator } from 'use-intl/core';
import { fetchReports, findProviders, type ProviderPage } from '../data/operator';
import messages from '../messages/en.json';

export type OperatorProps =
  | { isOperator: true; providers: ProviderPage; reports: ReconciliationReport[] }
  | { isOperator: false };

/** What operators begin with: who waits for approval, and what the last nights found. */
export const load: Loader<OperatorProps> = async (context) => {
  const t = createTranslator({ locale: context.locale, messages, namespace: 'operator' });
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
