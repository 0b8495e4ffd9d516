import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { s3Client, s3Objects } from '../objects';
import { documentClient, marketTable } from '../table';
import { seed } from './seed';
import { parseSeedEnvironment } from './write/environment';

/** Fills the local cloud that the environment names, and says so in one line. */
async function main(): Promise<void> {
  const startedMs = performance.now();
  const env = parseSeedEnvironment(process.env);
  const { providers, services, written } = await seed({
    table: marketTable(documentClient(new DynamoDBClient({})), env.DYNAMODB_TABLE_NAME),
    objects: s3Objects(env.S3_BUCKET_NAME, s3Client(env)),
    cognito: new CognitoIdentityProviderClient({}),
    userPoolId: env.USER_POOL_ID,
    userPoolClientId: env.USER_POOL_CLIENT_ID,
    stripeOrigin: env.STRIPE_API_ORIGIN,
    now: new Date(),
  });
  const seconds = ((performance.now() - startedMs) / 1000).toFixed(1);
  console.log(
    `seeded ${providers} providers with ${services} services, ${written} of them new, in ${seconds} s`,
  );
}

await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
