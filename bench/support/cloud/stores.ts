import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { receiveConnectEvent, receiveEvent } from '@marketplace/services/payments/contract';
import { webhookSecrets } from '../../../infra/local/boot/template-settings';
import { localClient } from '../../../infra/local/client';
import { sendJson, serve } from '../../../infra/local/http';
import type { Log } from '../../../infra/local/part';
import { startDynamoDb } from '../../../infra/local/parts/dynamodb';
import { startSecrets } from '../../../infra/local/parts/secrets';
import { startStripe } from '../../../infra/local/parts/stripe';
import { freePort } from '../../../infra/local/testing';
import { documentClient, marketTable } from '../../../services/shared/table';
import { startIdentity } from './identity';
import type { Template } from './template';

/** The parts that keep data, each on a free port: table, Stripe, secrets, accounts, and a sink for mail. */
export async function startStores(template: Template, apiUrl: string, log: Log) {
  const stateDir = mkdtempSync(join(tmpdir(), 'bench-cloud-'));
  const [dynamodb, secrets, identity, mail, stripe] = await Promise.all([
    startDynamoDb({ port: await freePort(), tables: [template.table], log }),
    startSecrets({ port: 0, secrets: template.secrets, parameters: [], log }),
    startIdentity(template.setting('USER_POOL_ID'), template.setting('USER_POOL_CLIENT_ID')),
    serve(0, (_request, response) => sendJson(response, 200, { MessageId: 'sunk' })),
    startStripe({
      port: await freePort(),
      stateDir,
      publicOrigin: template.setting('PUBLIC_ORIGIN'),
      webhooks: {
        platformUrl: `${apiUrl}/payments/v1${receiveEvent.path}`,
        connectUrl: `${apiUrl}/payments/v1${receiveConnectEvent.path}`,
      },
      secrets: webhookSecrets(template.functions, template.secrets),
      log,
    }),
  ]);
  const client = new DynamoDBClient(localClient(dynamodb.url));
  return {
    stateDir,
    dynamodb,
    stripe,
    identity,
    table: marketTable(documentClient(client), template.table.name),
    /** Where functions find all this; the table may be reached through something else. */
    environmentOf: (tableUrl: string): Record<string, string> => ({
      AWS_ENDPOINT_URL_DYNAMODB: tableUrl,
      AWS_ENDPOINT_URL_SESV2: mail.url,
      AWS_ENDPOINT_URL_SECRETS_MANAGER: secrets.url,
      AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: identity.url,
      STRIPE_API_ORIGIN: stripe.url,
      POWERTOOLS_TRACE_ENABLED: 'false',
    }),
    async stop() {
      client.destroy();
      await Promise.all([stripe.stop(), dynamodb.stop(), secrets.stop()]);
      await Promise.all([identity.stop(), mail.close()]);
      rmSync(stateDir, { recursive: true, force: true });
    },
  };
}

export type Stores = Awaited<ReturnType<typeof startStores>>;
