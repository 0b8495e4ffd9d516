import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import {
  type IdentityAnswer,
  type IdentityRequest,
  identityAnswer,
} from '@marketplace/services/identity/contract';
import { env } from '../env';
import { AuthProblem } from './problem';

let client: LambdaClient | undefined;

/** Asks the function that only this server may call. */
export async function askIdentity(request: IdentityRequest): Promise<IdentityAnswer> {
  client ??= new LambdaClient({ region: env().AWS_REGION, maxAttempts: 3 });
  const { FunctionError, Payload } = await client.send(
    new InvokeCommand({
      FunctionName: env().IDENTITY_FUNCTION,
      Payload: JSON.stringify(request),
    }),
  );
  const text = Payload?.transformToString() ?? '';
  if (FunctionError !== undefined) {
    throw new AuthProblem('UNAVAILABLE', { cause: new Error(text) });
  }
  return identityAnswer.parse(JSON.parse(text));
}
