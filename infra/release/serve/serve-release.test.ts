import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { serveRelease } from './serve-release';

let directory: string;
let server: Awaited<ReturnType<typeof serveRelease>>;

beforeEach(async () => {
  directory = mkdtempSync(path.join(tmpdir(), 'serve-release-'));
  mkdirSync(path.join(directory, 'browser/static'), { recursive: true });
  mkdirSync(path.join(directory, 'server'));
  writeFileSync(path.join(directory, 'manifest.json'), '{"slice":"mf-catalog"}');
  writeFileSync(path.join(directory, 'browser/static/entry.js'), 'entry');
  writeFileSync(path.join(directory, 'server/remoteEntry.js'), 'secret');
  server = await serveRelease(directory, 0);
});
afterEach(async () => {
  await server.close();
  rmSync(directory, { recursive: true });
});

it('serves the manifest and the browser’s files to pages of the marketplace', async () => {
  const manifest = await fetch(`${server.url}/manifest.json`);
  expect(await manifest.json()).toEqual({ slice: 'mf-catalog' });
  const entry = await fetch(`${server.url}/browser/static/entry.js?t=1`);
  expect([await entry.text(), entry.headers.get('content-type')]).toEqual([
    'entry',
    'text/javascript; charset=utf-8',
  ]);
  expect(entry.headers.get('access-control-allow-origin')).toBe('*');
  const preflight = await fetch(`${server.url}/manifest.json`, { method: 'OPTIONS' });
  expect(preflight.headers.get('access-control-allow-private-network')).toBe('true');
});

it.each(['/server/remoteEntry.js', '/browser/..%2fserver/remoteEntry.js', '/', '/browser/none.js'])(
  'serves nothing at %s',
  async (url) => expect((await fetch(server.url + url)).status).toBe(404),
);

it('says which build it is to who listens', async () => {
  const reports = await fetch(`${server.url}/reports`);
  expect(reports.headers.get('content-type')).toBe('text/event-stream');
  const { value } = (await reports.body?.getReader().read()) ?? {};
  const [, report = ''] = /^data: (.*)\n\n$/.exec(new TextDecoder().decode(value)) ?? [];
  expect(JSON.parse(report)).toEqual({ release: path.basename(directory) });
});
