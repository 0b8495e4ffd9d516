import { expect, test } from '@playwright/test';
import { baseUrl } from '../support/api';

const REST_APIS_PORT_OFFSET = 18;
/** On a laptop the value of a key is its name. */
const KEY = 'marketplace-local-partner-demo';

function askAsPartner(path: string, key?: string, init: RequestInit = {}): Promise<Response> {
  const { protocol, hostname, port } = new URL(baseUrl());
  const api = `${protocol}//${hostname}:${Number(port) + REST_APIS_PORT_OFFSET}/catalog-partners/v1`;
  return fetch(api + path, { ...init, headers: { ...(key && { 'x-api-key': key }) } });
}

test('a partner reads the catalogue with a key, and nothing without', async () => {
  const answer = await askAsPartner('/api/catalog/services?market=de', KEY);
  expect(answer.status).toBe(200);
  expect((await answer.json()).items.length).toBeGreaterThan(0);

  for (const key of [undefined, `${KEY}-of-somebody-else`]) {
    const refused = await askAsPartner('/api/catalog/services?market=de', key);
    expect(refused.status).toBe(403);
    expect(refused.headers.get('content-type')).toBe('application/problem+json');
    const problem = await refused.json();
    expect(problem).toMatchObject({
      code: 'FORBIDDEN',
      title: expect.stringContaining('x-api-key'),
    });
  }
});

test('a partner writes nothing', async () => {
  const write = { method: 'POST', body: '{}' };
  expect((await askAsPartner('/api/catalog/vitals', KEY, write)).status).toBe(404);
});
