import { randomUUID } from 'node:crypto';

/** What of a REST API's proxy event names the request. */
export interface NamedRequest {
  headers?: Record<string, string | undefined> | null;
  requestContext?: { requestId?: string };
}

/** The id by which an answer, its log lines and the edge's log speak of the same request. */
export const CORRELATION_HEADER = 'x-correlation-id';

/** CloudFront's id of a request, which the viewer sees too. */
const EDGE_HEADER = 'x-amz-cf-id';
const ID = /^[\w=-]{8,128}$/;

/** The edge's id of a request; the API's own where nobody came through the edge. */
export function correlationIdOf({ headers, requestContext }: NamedRequest = {}): string {
  const [, named = ''] =
    Object.entries(headers ?? {}).find(([name]) => name.toLowerCase() === EDGE_HEADER) ?? [];
  return ID.test(named) ? named : (requestContext?.requestId ?? randomUUID());
}
