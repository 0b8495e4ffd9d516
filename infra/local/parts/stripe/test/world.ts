import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Stripe from 'stripe';
import { vi } from 'vitest';
import { type StripePart, startStripe } from '../index';

export const SECRETS = { platform: 'whsec_platform', connect: 'whsec_connect' };
export const PUBLISHABLE_KEY = 'pk_test_local';

interface Received {
  path: string;
  signature: string;
  body: string;
}

/** A site that takes webhooks; `answer` decides the status of each delivery. */
export interface Site {
  origin: string;
  received: Received[];
  answer: (delivery: Received) => number;
  types(): string[];
}

export interface StripeTest {
  part: StripePart;
  client: Stripe;
  site: Site;
  /** Ends the stand-in and starts it again on the same state. */
  restart(): Promise<void>;
  end(): Promise<void>;
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

async function aFreePort(): Promise<number> {
  const server = createServer();
  const port = await listen(server);
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function aSite(): Promise<{ site: Site; server: Server }> {
  const site: Site = {
    origin: '',
    received: [],
    answer: () => 200,
    types: () => site.received.map(({ body }) => (JSON.parse(body) as Stripe.Event).type),
  };
  const server = createServer(async (req, res) => {
    const chunks: Buffer[] = [];
    for await (const chunk of req as AsyncIterable<Buffer>) chunks.push(chunk);
    const delivery = {
      path: req.url ?? '',
      signature: String(req.headers['stripe-signature']),
      body: Buffer.concat(chunks).toString(),
    };
    site.received.push(delivery);
    res.writeHead(site.answer(delivery)).end();
  });
  site.origin = `http://127.0.0.1:${await listen(server)}`;
  return { site, server };
}

/** The stand-in, the real SDK pointed at it, and a site that receives its webhooks. */
export async function aStripe(): Promise<StripeTest> {
  const stateDir = await mkdtemp(join(tmpdir(), 'stripe-'));
  const { site, server } = await aSite();
  const port = await aFreePort();
  const start = () =>
    startStripe({
      port,
      stateDir,
      publicOrigin: site.origin,
      webhooks: { platformUrl: `${site.origin}/platform`, connectUrl: `${site.origin}/connect` },
      secrets: SECRETS,
      log: () => {},
    });
  const client = new Stripe('sk_test_local', {
    host: '127.0.0.1',
    port,
    protocol: 'http',
    maxNetworkRetries: 0,
    telemetry: false,
  });
  const test: StripeTest = {
    part: await start(),
    client,
    site,
    restart: async () => {
      await test.part.stop();
      test.part = await start();
    },
    end: async () => {
      await test.part.stop();
      await new Promise((resolve) => server.close(resolve));
      await rm(stateDir, { recursive: true });
    },
  };
  return test;
}

/** A connected account that can take payments. */
export async function aProvider({ client, part }: StripeTest, country = 'DE'): Promise<string> {
  const { id } = await client.accounts.create({
    type: 'express',
    country,
    capabilities: { card_payments: { requested: true }, transfers: { requested: true } },
  });
  part.controls.setOnboarded(id, true);
  return id;
}

export interface Sale {
  amount: number;
  feeMinor: number;
  currency?: string;
  card?: string;
  capture?: 'automatic' | 'manual';
}

/** A confirmed destination charge, as the booking service makes it. */
export async function aSale(test: StripeTest, provider: string, sale: Sale) {
  return test.client.paymentIntents.create({
    amount: sale.amount,
    currency: sale.currency ?? 'eur',
    application_fee_amount: sale.feeMinor,
    transfer_data: { destination: provider },
    on_behalf_of: provider,
    capture_method: sale.capture ?? 'automatic',
    payment_method: sale.card ?? 'pm_card_visa',
    confirm: true,
    metadata: { bookingId: 'b_1' },
  });
}

export async function balanceMinor(
  { client }: StripeTest,
  currency = 'eur',
  stripeAccount?: string,
): Promise<number> {
  const balance = await client.balance.retrieve({}, stripeAccount ? { stripeAccount } : {});
  return balance.available.find((item) => item.currency === currency)?.amount ?? 0;
}

/** Waits for a condition, never for a time. */
export function eventually(check: () => void | Promise<void>): Promise<void> {
  return vi.waitFor(check, { timeout: 5_000, interval: 5 });
}
