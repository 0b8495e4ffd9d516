import { type APIRequestContext, expect } from '@playwright/test';
import { Secret, TOTP } from 'otpauth';
import { baseUrl, mailTo } from './api';

const STEP_MS = 30_000;
const ENOUGH_MS = 8_000;
export const PASSWORD = 'Journey-Pass-1!';

const post = (request: APIRequestContext, path: string, form: Record<string, string>) =>
  request.post(path, {
    form,
    headers: { origin: new URL(baseUrl()).origin },
    maxRedirects: 0,
  });

export interface NewAccount {
  email: string;
  name: string;
}

/** A confirmed account that nothing else knows. */
export async function anAccount(request: APIRequestContext): Promise<NewAccount> {
  const id = crypto.randomUUID().slice(0, 8);
  const account = { email: `journey-${id}@demo.test`, name: `Journey ${id}` };
  await post(request, '/auth/api/sign-up', { ...account, password: PASSWORD });
  const { text } = await mailTo(request, account.email);
  const code = /\d{6}/.exec(text)?.[0] ?? '';
  const confirmed = await post(request, '/auth/api/confirm', { email: account.email, code });
  expect(confirmed.headers().location).toContain('notice=confirmed');
  return account;
}

/** Resolves while the current step of codes goes on for a while: the one before it is good only so long. */
export async function untilStepLasts(): Promise<void> {
  const leftMs = () => STEP_MS - (Date.now() % STEP_MS);
  await expect.poll(leftMs).toBeGreaterThan(ENOUGH_MS);
}

/** What the app shows now, or so many steps of thirty seconds later. */
export function appCode(secret: string, steps = 0): string {
  const totp = new TOTP({ secret: Secret.fromBase32(secret.replaceAll(' ', '')) });
  return totp.generate({ timestamp: Date.now() + steps * STEP_MS });
}
