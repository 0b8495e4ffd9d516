import type { FunctionSpec } from '../../template/types';
import type { FunctionFailure } from './protocol';

/** What Lambda sends to an on-failure destination for an asynchronous invocation. */
export function failureRecord(given: {
  spec: FunctionSpec;
  event: unknown;
  attempts: number;
  requestId: string;
  failure: FunctionFailure;
}): string {
  return JSON.stringify({
    version: '1.0',
    timestamp: new Date().toISOString(),
    requestContext: {
      requestId: given.requestId,
      functionArn: `${given.spec.arn}:$LATEST`,
      condition: 'RetriesExhausted',
      approximateInvokeCount: given.attempts,
    },
    requestPayload: given.event,
    responseContext: {
      statusCode: 200,
      executedVersion: '$LATEST',
      functionError: 'Unhandled',
    },
    responsePayload: given.failure,
  });
}
