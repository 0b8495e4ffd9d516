import type { CacheEntry } from '../cache/store';
import type { OriginConfig } from '../config/types';
import { EdgeError, type EdgeRequest, type EdgeResponse } from '../http/messages';
import { originRequestOf } from '../origin/request';
import type { EdgeContext, Exchange } from './context';

export interface OriginAnswer {
  response: EdgeResponse;
  /** An origin-request function answered instead of the origin. */
  isGenerated: boolean;
}

const FAILOVER_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Asks the origin, or those of a group in turn, through both origin events. With a stale answer at
 * hand it only asks whether that still holds.
 */
export async function askOrigin(
  context: EdgeContext,
  exchange: Exchange,
  isCacheable: boolean,
  stale: CacheEntry | undefined,
): Promise<OriginAnswer> {
  const { members, failoverStatuses } = targetOf(context, exchange.behavior.targetId);
  const canFail = FAILOVER_METHODS.has(exchange.request.method);
  for (const [index, origin] of members.entries()) {
    const mayTryNext = canFail && index < members.length - 1;
    try {
      const request = originRequestOf({ ...exchange, origin, isCacheable });
      const answer = await askOne(context, exchange, origin, withConditions(request, stale));
      if (!mayTryNext || !failoverStatuses.includes(answer.response.status)) return answer;
    } catch (error) {
      if (!mayTryNext || !(error instanceof EdgeError)) throw error;
    }
  }
  throw new EdgeError(502, 'Error', `There is no origin ${exchange.behavior.targetId}.`);
}

function targetOf({ distribution }: EdgeContext, targetId: string) {
  const group = distribution.originGroups.find(({ id }) => id === targetId);
  const ids = group?.memberIds ?? [targetId];
  const members = ids.flatMap((id) => distribution.origins.filter((origin) => origin.id === id));
  return { members, failoverStatuses: group?.failoverStatuses ?? [] };
}

async function askOne(
  { lambdas, origins }: EdgeContext,
  { behavior }: Exchange,
  origin: OriginConfig,
  request: EdgeRequest,
): Promise<OriginAnswer> {
  const onRequest = behavior.lambdas['origin-request'];
  const outcome =
    onRequest === undefined
      ? { kind: 'request' as const, request, origin }
      : await lambdas.onRequest(onRequest, 'origin-request', request, origin);
  if (outcome.kind === 'response') return { response: outcome.response, isGenerated: true };
  const fetched = await origins.fetch(outcome.origin ?? origin, outcome.request);
  const onResponse = behavior.lambdas['origin-response'];
  const response =
    onResponse === undefined
      ? fetched
      : await lambdas.onResponse(onResponse, 'origin-response', outcome.request, fetched);
  return { response: withoutUnaskedCookies(behavior, response), isGenerated: false };
}

function withConditions(request: EdgeRequest, stale: CacheEntry | undefined): EdgeRequest {
  const etag = stale?.headers.etag;
  const modified = stale?.headers['last-modified'];
  if (etag === undefined && modified === undefined) return request;
  const headers = {
    ...request.headers,
    ...(etag !== undefined && { 'if-none-match': etag }),
    ...(modified !== undefined && { 'if-modified-since': modified }),
  };
  return { ...request, headers };
}

/** Where no cookie is forwarded, CloudFront takes Set-Cookie off as well. */
function withoutUnaskedCookies(
  { cachePolicy, originRequestPolicy }: Exchange['behavior'],
  response: EdgeResponse,
): EdgeResponse {
  const cookies = [cachePolicy.cookies.kind, originRequestPolicy?.cookies.kind ?? 'none'];
  if (cookies.some((kind) => kind !== 'none')) return response;
  const { 'set-cookie': _, ...headers } = response.headers;
  return { ...response, headers };
}
