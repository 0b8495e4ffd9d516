import { OpenAPIHono } from '@hono/zod-openapi';
import { expect, it } from 'vitest';
import { serveOpenApi } from './openapi';

it('the document may be kept by others, for each coding in which it travels', async () => {
  const app = new OpenAPIHono();
  serveOpenApi(app, '/openapi.json', { title: 'Things', version: '1', description: '' });
  const { headers } = await app.request('/openapi.json');
  expect(headers.get('cache-control')).toContain('public');
  expect(headers.get('vary')).toBe('accept-encoding');
});
