import type { LocalReport } from '@marketplace/kit/federation/manifest';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { serve } from '../../local/http';
import { answerWithBuilds, type Builds } from './serve-builds';

const listeners = new Set<(report: LocalReport) => void>();
const areFor = vi.fn<Builds['areFor']>();
const builds: Builds = {
  directory: '/none',
  latest: async () => ({ release: 'one' }),
  follow: (listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  areFor,
};

let server: Awaited<ReturnType<typeof serve>>;
beforeEach(async () => {
  areFor.mockReturnValue(true);
  server = await serve(0, (request, response) => answerWithBuilds(builds, request, response));
});
afterEach(() => server.close());

it('tells of the last build, and of each that follows, until nobody listens', async () => {
  const listening = new AbortController();
  const { body } = await fetch(`${server.url}/reports`, { signal: listening.signal });
  const reader = body?.pipeThrough(new TextDecoderStream()).getReader();
  const next = async () => (await reader?.read())?.value;
  expect(await next()).toBe('data: {"release":"one"}\n\n');
  for (const listener of listeners) listener({ problem: 'line 1\nline 2' });
  expect(await next()).toBe('data: {"problem":"line 1\\nline 2"}\n\n');
  listening.abort();
  await vi.waitFor(() => expect(listeners.size).toBe(0));
});

it('gives nothing to who may not have it', async () => {
  areFor.mockReturnValue(false);
  for (const path of ['/reports', '/manifest.json', '/browser/a.js']) {
    const answer = await fetch(server.url + path, { headers: { origin: 'https://evil.example' } });
    expect(answer.status).toBe(403);
    expect(answer.headers.has('access-control-allow-origin')).toBe(false);
  }
});
