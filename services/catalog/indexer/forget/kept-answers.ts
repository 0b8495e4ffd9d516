import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { type Cache, noCache } from '../../../shared/cache';

/** The cache, as far as the indexer has to do with it. */
export type KeptAnswers = Pick<Cache, 'setVersions'>;

/** Where no function tells the cache, there is none. */
export const noKeptAnswers: KeptAnswers = noCache;

/** A cache in a network that only another function is in. */
export function answersBehind(FunctionName: string, client = lambdaClient()): KeptAnswers {
  return {
    async setVersions(versions) {
      const Payload = JSON.stringify(versions);
      const { FunctionError } = await client.send(new InvokeCommand({ FunctionName, Payload }));
      if (FunctionError) throw new Error(`${FunctionName} failed: ${FunctionError}`);
    },
  };
}

/** What does not arrive soon is not worth waiting for: answers end by themselves. */
const lambdaClient = () =>
  new LambdaClient({
    maxAttempts: 2,
    requestHandler: { connectionTimeout: 1_000, requestTimeout: 3_000 },
  });
