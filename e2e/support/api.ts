import type { APIRequestContext } from '@playwright/test';
import { expect } from '@playwright/test';

export interface ServiceSummary {
  id: string;
  title: string;
  priceMinor: number;
  guestPriceMinor: number;
  currency: string;
  providerSlug: string;
  nextFree: string | null;
}

export interface Mail {
  to: string[];
  subject: string;
  text: string;
  html: string;
  attachments: { filename: string; contentType: string; content: string }[];
}

/** Signs in through the site's own form endpoint; cookies stay in the context. */
export async function signIn(request: APIRequestContext, email: string, password = 'Demo-Pass-1!') {
  const answer = await request.post('/auth/api/sign-in', {
    form: { email, password },
    headers: { origin: new URL(baseUrl()).origin },
    maxRedirects: 0,
  });
  expect(answer.status(), await answer.text()).toBeLessThan(400);
}

export const baseUrl = () => process.env.BASE_URL ?? 'http://localhost:8080';

/** An instant service of the demo provider, in a market where it has free times in the coming days. */
export async function demoServices(request: APIRequestContext): Promise<ServiceSummary[]> {
  await signIn(request, 'provider@demo.test');
  const profile = (await (await request.get('/api/provider/profile')).json()) as { slug: string };
  const page = await request.get(`/api/catalog/providers/${profile.slug}`);
  const { services } = (await page.json()) as { services: ServiceSummary[] };
  return services;
}

/** Free starts of a service from tomorrow on, for two weeks. */
export async function freeStarts(request: APIRequestContext, serviceId: string): Promise<string[]> {
  const from = new Date(Date.now() + 86_400_000).toISOString();
  const to = new Date(Date.now() + 15 * 86_400_000).toISOString();
  const answer = await request.get(
    `/api/booking/services/${serviceId}/slots?${new URLSearchParams({ from, to })}`,
  );
  const { slots } = (await answer.json()) as { slots: { start: string }[] };
  return slots.map((slot) => slot.start);
}

/** Waits until a mail to the address is in the local inbox. */
export async function mailTo(
  request: APIRequestContext,
  address: string,
  matches: (mail: Mail) => boolean = () => true,
): Promise<Mail> {
  let found: Mail | undefined;
  await expect
    .poll(
      async () => {
        const mails = (await (await request.get('/_local/mail')).json()) as Mail[];
        found = mails.find((mail) => mail.to.includes(address) && matches(mail));
        return found !== undefined;
      },
      { message: `a mail to ${address}`, timeout: 30_000 },
    )
    .toBe(true);
  return found as Mail;
}
