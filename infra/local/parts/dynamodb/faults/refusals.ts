/** What DynamoDB answers when it refuses a request. */
export interface Refusal {
  status: 400;
  body: string;
}

const PREFIX = 'com.amazonaws.dynamodb.v20120810#';

/** The request is beyond what the table may be asked for at the moment. */
export function throttled(): Refusal {
  return refusal('ProvisionedThroughputExceededException', {
    message: 'The level of configured provisioned throughput for the table was exceeded.',
  });
}

/** Another transaction holds an item of this one: the first is named, the others are not to blame. */
export function conflicting(body: { TransactItems?: readonly unknown[] }): Refusal {
  const reasons = (body.TransactItems ?? []).map((_, place) =>
    place === 0
      ? { Code: 'TransactionConflict', Message: 'Transaction is ongoing for the item' }
      : { Code: 'None' },
  );
  const codes = reasons.map(({ Code }) => Code).join(', ');
  return refusal('TransactionCanceledException', {
    Message: `Transaction cancelled, please refer cancellation reasons for specific reasons [${codes}]`,
    CancellationReasons: reasons,
  });
}

function refusal(type: string, members: object): Refusal {
  return { status: 400, body: JSON.stringify({ __type: PREFIX + type, ...members }) };
}
