import type { LoaderContext } from '@marketplace/kit/slice';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { aList, aProvider, aService } from '../components/testing/fixtures';
import { loadHome, onePerProvider } from './load-home';
import { loadProvider } from './load-provider';
import { loadSearch } from './load-search';
import { loadService } from './load-service';

const context = (changes: Partial<LoaderContext> = {}): LoaderContext => ({
  market: 'de',
  locale: 'de-DE',
  currency: 'EUR',
  params: {},
  query: {},
  services: { catalog: 'http://catalog', booking: 'http://booking', provider: 'http://provider' },
  publicOrigin: 'https://market.example',
  signal: new AbortController().signal,
  ...changes,
});

const problem = (status: number) =>
  Response.json({ type: 'about:blank', title: 'No', status, code: 'NO' }, { status });

/** Answers every request; tells the URLs that were asked for. */
function answering(answer: (url: URL) => Response): URL[] {
  const asked: URL[] = [];
  vi.stubGlobal('fetch', async (address: string) => {
    const url = new URL(address);
    asked.push(url);
    return answer(url);
  });
  return asked;
}

afterEach(() => vi.unstubAllGlobals());

describe('the loader of the search', () => {
  it('asks the service of the market for what the URL says, and names it in the title', async () => {
    const asked = answering(() => Response.json(aList([aService()])));
    const query = { q: 'haircut', near: '52.52,13.405', rating: '4.5', sort: 'nonsense' };
    const loaded = await loadSearch(context({ query }));
    expect(Object.fromEntries(asked[0]?.searchParams ?? [])).toEqual({
      q: 'haircut',
      near: '52.52,13.405',
      minRating: '4.5',
      market: 'de',
      limit: '24',
    });
    expect(loaded.head.title).toBe('haircut bei Berlin');
    expect(loaded.head.canonicalPath).toBe('/search?near=52.52%2C13.405&q=haircut');
    expect(loaded.maxAgeSeconds).toBeGreaterThan(0);
  });

  it('is never cached without results of the service', async () => {
    answering(() => problem(503));
    const loaded = await loadSearch(context());
    expect(loaded.props.result).toBeNull();
    expect(loaded.maxAgeSeconds).toBeUndefined();
  });
});

describe('the loader of the start page', () => {
  it('shows what it could get and is not cached when a part is missing', async () => {
    answering((url) =>
      url.searchParams.get('sort') === 'rating' ? problem(503) : Response.json(aList([aService()])),
    );
    const loaded = await loadHome(context());
    expect(loaded.props.best).toBeNull();
    expect(loaded.props.near).toHaveLength(1);
    expect(loaded.maxAgeSeconds).toBeUndefined();
  });

  it('fails when there is nothing to show, so that the shell shows its fallback', async () => {
    answering(() => problem(503));
    await expect(loadHome(context())).rejects.toThrow('did not answer');
  });

  it('shows one service of each provider', () => {
    const services = [
      aService(),
      aService({ id: 'b' }),
      aService({ id: 'c', providerSlug: 'other' }),
    ];
    expect(onePerProvider(services, 4).map(({ id }) => id)).toEqual(['svc-1', 'c']);
  });
});

describe('the loaders of one thing', () => {
  it.each([404, 400])('make a designed 404 of the answer %i', async (status) => {
    answering(() => problem(status));
    const provider = await loadProvider(context({ params: { slug: '../x' } }));
    const service = await loadService(context({ params: { serviceId: 'none' } }));
    expect([provider.status, service.status]).toEqual([404, 404]);
    expect([provider.props.provider, service.props.service]).toEqual([null, null]);
  });

  it('fail when the service is down, rather than saying that the thing is gone', async () => {
    answering(() => problem(503));
    await expect(loadProvider(context({ params: { slug: 'studio' } }))).rejects.toThrow();
    await expect(loadService(context({ params: { serviceId: 'x' } }))).rejects.toThrow();
  });

  it('keep a slug from leading anywhere else', async () => {
    const asked = answering(() => Response.json(aProvider()));
    await loadProvider(context({ params: { slug: '../services/x?y' } }));
    expect(asked[0]?.pathname).toBe('/api/catalog/providers/..%2Fservices%2Fx%3Fy');
  });
});
