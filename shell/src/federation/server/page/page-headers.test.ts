import { ServerResponse } from 'node:http';
import { describe, expect, it } from 'vitest';
import { edgeSeconds, setCacheHeaders } from './page-headers';

const loaded = { props: {}, head: { title: 'x' } };
const response = () => new ServerResponse({ method: 'GET' } as never);

describe('how long the edge may keep a page', () => {
  it('is what the most careful slot says', () => {
    const slots = [60, 30].map((maxAgeSeconds) => ({
      exact: true,
      loaded: { ...loaded, maxAgeSeconds },
    }));
    expect(edgeSeconds(slots)).toBe(30);
  });

  it('is nothing when a slot shows a fallback or another release', () => {
    const good = { exact: true, loaded: { ...loaded, maxAgeSeconds: 60 } };
    expect(edgeSeconds([good, { ...good, exact: false }])).toBe(0);
    expect(edgeSeconds([good, { exact: true }])).toBe(0);
  });

  it('is nothing unless the loader allows it, and short for what was not found', () => {
    expect(edgeSeconds([{ exact: true, loaded }])).toBe(0);
    expect(edgeSeconds([{ exact: true, loaded: { ...loaded, status: 404 } }])).toBe(10);
  });

  it('is said to our distribution only', () => {
    const page = response();
    setCacheHeaders(page, 60);
    expect(page.getHeader('cache-control')).toBe('no-store');
    expect(page.getHeader('x-page-cache-control')).toBe(
      'public, max-age=60, stale-while-revalidate=600, stale-if-error=86400',
    );
    setCacheHeaders(page, 0);
    expect(page.hasHeader('x-page-cache-control')).toBe(false);
  });
});
