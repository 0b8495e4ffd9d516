import type { EdgeContext, Exchange } from './context';
import { askOrigin, type OriginAnswer } from './miss';

type MatchBehavior = (uri: string) => Exchange['behavior'];

/**
 * Puts the distribution's own error page in the place of an origin's error, when it has one for the
 * status: fetched by path through the behaviour that fits, with the status the configuration names.
 */
export async function withErrorPage(
  context: EdgeContext,
  match: MatchBehavior,
  exchange: Exchange,
  answer: OriginAnswer,
): Promise<OriginAnswer> {
  const custom = context.distribution.errorResponses.get(answer.response.status);
  if (custom?.pagePath === undefined) return answer;
  const behavior = match(custom.pagePath);
  const request = { ...exchange.request, method: 'GET', uri: custom.pagePath, querystring: '' };
  const page = await askOrigin(context, { ...exchange, behavior, request }, true, undefined);
  if (page.response.status !== 200) return answer;
  const status = custom.status ?? answer.response.status;
  const control = answer.response.headers['cache-control'];
  const { 'cache-control': _, ...headers } = page.response.headers;
  return {
    ...page,
    response: {
      ...page.response,
      status,
      headers: { ...headers, ...(control !== undefined && { 'cache-control': control }) },
    },
  };
}
