import { setTimeout as sleep } from 'node:timers/promises';
import { type Percentiles, percentilesOf } from '../support/percentiles';

const CHANGES = 12;
const GIVE_UP_MS = 20_000;
const PROVIDER = { email: 'provider@demo.test', password: 'Demo-Pass-1!' };

interface Service {
  id: string;
  title: string;
}

/** From a provider's change of a title to the page that says it, on a running cloud, as visitors see it. */
export async function measureChange(origin: string): Promise<Percentiles> {
  const cookie = await signIn(origin);
  const asProvider = { cookie, origin, 'sec-fetch-site': 'same-origin' };
  const read = async <T>(path: string) =>
    (await (await fetch(origin + path, { headers: asProvider })).json()) as T;
  const { slug } = await read<{ slug: string }>('/api/provider/profile');
  const { items } = await read<{ items: Service[] }>('/api/provider/services');
  const [service] = items;
  if (!service) throw new Error('The demo provider has no service.');
  const page = `${origin}/p/${slug}`;
  const rename = async (title: string) => {
    const answer = await fetch(`${origin}/api/provider/services/${service.id}`, {
      method: 'PATCH',
      headers: {
        ...asProvider,
        'content-type': 'application/json',
        'idempotency-key': crypto.randomUUID(),
      },
      body: JSON.stringify({ title }),
    });
    if (!answer.ok)
      throw new Error(`The change was refused: ${answer.status} ${await answer.text()}`);
  };
  const samples: number[] = [];
  for (let change = 1; change <= CHANGES; change += 1) {
    await untilSays(page, change === 1 ? service.title : titleOf(change - 1));
    const startMs = performance.now();
    await rename(titleOf(change));
    await untilSays(page, titleOf(change));
    samples.push(performance.now() - startMs);
  }
  await rename(service.title);
  return percentilesOf(samples);
}

const titleOf = (change: number) => `Measured title ${change}`;

async function untilSays(page: string, title: string): Promise<void> {
  const deadlineMs = Date.now() + GIVE_UP_MS;
  const wanted = title.replaceAll('&', '&amp;').replaceAll("'", '&#x27;');
  while (!(await (await fetch(page)).text()).includes(wanted)) {
    if (Date.now() > deadlineMs) throw new Error(`${page} never said "${title}".`);
    await sleep(20);
  }
}

async function signIn(origin: string): Promise<string> {
  const answer = await fetch(`${origin}/auth/api/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(PROVIDER),
  });
  const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0]);
  if (cookies.length === 0) throw new Error(`Nobody was signed in: ${answer.status}`);
  return cookies.join('; ');
}
