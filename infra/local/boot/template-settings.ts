import { receiveConnectEvent, receiveEvent } from '@marketplace/services/payments/contract';
import type { FunctionSpec, SecretSpec } from '../template/types';

/** The value that functions are given under a name; the parts beside them must agree with it. */
export function functionSetting(functions: FunctionSpec[], name: string): string {
  const value = functions.map(({ environment }) => environment[name]).find((found) => found);
  if (value === undefined) throw new Error(`No function of the template has the variable ${name}`);
  return value;
}

/** The keys with which Stripe signs its webhooks, from the secret that the functions read. */
export function webhookSecrets(
  functions: FunctionSpec[],
  secrets: SecretSpec[],
): { platform: string; connect: string } {
  const id = functionSetting(functions, 'STRIPE_SECRET_ID');
  const secret = secrets.find(({ name, arn }) => name === id || arn === id);
  const keys = JSON.parse(secret?.value ?? '{}') as Record<string, string>;
  const key = (name: string) => {
    const value = keys[name];
    if (value === undefined) throw new Error(`The secret ${id} of the template has no ${name}`);
    return value;
  };
  return {
    platform: key('STRIPE_WEBHOOK_SECRET'),
    connect: key('STRIPE_CONNECT_WEBHOOK_SECRET'),
  };
}

/** Where Stripe posts events of the platform and of connected accounts: through the front door. */
export function stripeWebhooks(origin: string): { platformUrl: string; connectUrl: string } {
  return {
    platformUrl: origin + receiveEvent.path,
    connectUrl: origin + receiveConnectEvent.path,
  };
}

/** Refuses templates made for another address: origin and key set are baked into them. */
export function requireSameOrigin(functions: FunctionSpec[], origin: string): void {
  const baked = functionSetting(functions, 'PUBLIC_ORIGIN');
  if (baked === origin) return;
  const port = new URL(origin).port;
  throw new Error(
    `The templates were made for ${baked}: make them for ${origin} with \`npm run synth -- -c port=${port}\`.`,
  );
}
