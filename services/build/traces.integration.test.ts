import { execFile } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bundle } from './bundles';

const SERVICES = join(import.meta.dirname, '..');
const TRACE = '1-5759e988-bd862e3fe1be46a994272793';
const directory = mkdtempSync(join(tmpdir(), 'traces-'));
/** X-Ray's daemon, as it listens beside a function. */
const daemon = createSocket('udp4');
let stripe: Server;

beforeAll(async () => {
  daemon.bind(0, '127.0.0.1');
  stripe = createServer((_request, response) => {
    response.setHeader('content-type', 'application/json').end('{"id":"pi_1"}');
  }).listen(0, '127.0.0.1');
  await Promise.all([once(daemon, 'listening'), once(stripe, 'listening')]);
});
afterAll(() => {
  daemon.close();
  stripe.close();
  rmSync(directory, { recursive: true });
});

/** A function, bundled as ours are, that asks Stripe once. */
async function asks(origin: string): Promise<string> {
  const entry = join(directory, 'entry.ts');
  writeFileSync(
    entry,
    `import { createTelemetry } from '${SERVICES}/shared/observability';
     import { stripeClient } from '${SERVICES}/shared/payments/stripe-client';
     const stripe = stripeClient('sk_test_1', '${origin}');
     const { invocation } = createTelemetry('booking');
     await invocation({} as never, () => stripe.paymentIntents.retrieve('pi_1'));`,
  );
  await bundle('asks', relative(SERVICES, entry), directory);
  return join(directory, 'asks/index.mjs');
}

it('what a function asks of Stripe is in its trace', async () => {
  const origin = `http://127.0.0.1:${(stripe.address() as AddressInfo).port}`;
  const file = await asks(origin);
  const told = once(daemon, 'message');
  await promisify(execFile)(process.execPath, [file], {
    env: {
      NODE_ENV: 'production',
      LAMBDA_TASK_ROOT: '/var/task',
      _HANDLER: 'index.handler',
      AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
      AWS_XRAY_DAEMON_ADDRESS: `127.0.0.1:${daemon.address().port}`,
      _X_AMZN_TRACE_ID: `Root=${TRACE};Parent=53995c3f42cd8ad8;Sampled=1`,
    },
  });
  const [message] = await told;
  const segment = JSON.parse(String(message).split('\n')[1] ?? '');
  expect(segment).toMatchObject({
    trace_id: TRACE,
    namespace: 'remote',
    http: { request: { url: 'http://127.0.0.1/v1/payment_intents/pi_1' } },
  });
});
