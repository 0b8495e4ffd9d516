import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { localClient } from '../../client';

/** Calls a function of the template and gives what it answers. */
export type InvokeFunction = (functionArn: string, event: object) => Promise<unknown>;

/** Calls functions over Lambda's API: for parts that start before the functions do. */
export function invokeAt(lambdaUrl: string): InvokeFunction {
  const client = new LambdaClient(localClient(lambdaUrl));
  return async (FunctionName, event) => {
    const { FunctionError, Payload } = await client.send(
      new InvokeCommand({ FunctionName, Payload: JSON.stringify(event) }),
    );
    const answer = JSON.parse(Payload?.transformToString() ?? 'null') as unknown;
    if (FunctionError === undefined) return answer;
    throw new Error((answer as { errorMessage?: string }).errorMessage ?? FunctionError);
  };
}
