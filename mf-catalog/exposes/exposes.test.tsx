// @vitest-environment jsdom
import { pickWords } from '@marketplace/kit/slice/words';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  aList,
  aProvider,
  aService,
  aServiceDetail,
  RENDERED_AT,
} from '../components/testing/fixtures';
import { renderScreen, SLOT } from '../components/testing/render-screen';
import { CATALOGUES, SPOKEN } from '../data/words';
import Home, { Fallback } from './Home';
import ProviderPage from './ProviderPage';
import Search from './Search';
import ServicePage from './ServicePage';

const times = {
  timeZone: 'Europe/Berlin',
  slots: [{ start: '2026-11-24T13:30:00.000Z', end: '2026-11-24T14:45:00.000Z' }],
};
const words = (screen: keyof typeof SPOKEN) => pickWords(CATALOGUES, SLOT.locale, SPOKEN[screen]);
const text = (): string => document.body.textContent?.replaceAll('\u00a0', ' ') ?? '';

/** jsdom does not know `<search>` yet. */
const isUnknownTag = (message: unknown): boolean =>
  String(message).includes('is unrecognized in this browser');

describe('the exposed screens', () => {
  const complaints = vi.fn();
  beforeEach(() => {
    vi.useFakeTimers({ now: new Date(RENDERED_AT), toFake: ['Date'] });
    vi.spyOn(console, 'error').mockImplementation(complaints);
    vi.stubGlobal('fetch', async () => Response.json(times));
  });
  afterEach(() => {
    cleanup();
    vi.unstubAllGlobals();
    vi.useRealTimers();
    vi.restoreAllMocks();
    // A missing message, key or nesting is an error on the console.
    expect(complaints.mock.calls.filter(([message]) => !isUnknownTag(message))).toEqual([]);
    complaints.mockReset();
  });

  const homeProps = {
    renderedAt: RENDERED_AT,
    today: '2026-11-24',
    categories: [{ category: 'hair' as const, count: 12 }],
    near: [aService()],
    freeToday: [aService({ id: 'svc-2' })],
    best: [aService({ id: 'svc-3', rating: null, ratingCount: 0 })],
  };

  it('Home shows what is near, free today and well reviewed, with the price as a guest first', () => {
    renderScreen(<Home slot={SLOT} words={words('Home')} {...homeProps} />);
    expect(screen.getByRole('combobox', { name: 'What' })).toBeTruthy();
    expect(text()).toContain('Close to the middle of Berlin');
    expect(text()).toContain('€66.00 as a guest · €60.00 signed in');
    expect(text()).toContain('Next free Tue 14:30 (Berlin)');
    expect(text()).toContain('12 services');
  });

  it('Home says so when nothing is left today, and when a part did not load', () => {
    renderScreen(
      <Home slot={SLOT} words={words('Home')} {...homeProps} freeToday={[]} near={null} />,
    );
    expect(text()).toContain('Nothing is left for today in Berlin.');
    expect(text()).toContain('Searching still works');
  });

  it('Search puts every change into the URL', () => {
    const list = aList([aService(), aService({ id: 'svc-2', lat: 52.6 })]);
    const query = { near: '52.52,13.405' };
    const { push } = renderScreen(
      <Search
        slot={SLOT}
        words={words('Search')}
        renderedAt={RENDERED_AT}
        query={query}
        result={list}
      />,
    );
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('2 services near Berlin');
    const sort = screen.getByRole('combobox', { name: 'Sort' }) as HTMLSelectElement;
    expect(sort.value).toBe('distance');
    screen.getByRole('button', { name: 'Clear all' }).click();
    expect(push).toHaveBeenCalledWith('/search', undefined, { scroll: false });
  });

  it('Search shows the first results of a change to who was further down', async () => {
    renderScreen(
      <Search
        slot={SLOT}
        words={words('Search')}
        renderedAt={RENDERED_AT}
        query={{ rating: '4.5' }}
        result={aList([aService()])}
      />,
    );
    const results = screen.getByRole('region', { name: 'Results' });
    vi.spyOn(results, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, -900, 600, 2000));
    results.scrollIntoView = vi.fn();
    screen.getByRole('button', { name: 'Clear all' }).click();
    await waitFor(() => expect(results.scrollIntoView).toHaveBeenCalledWith({ block: 'start' }));
  });

  it('Search has a pin for every result that lies apart', () => {
    const list = aList([aService(), aService({ id: 'svc-2', lat: 52.6, guestPriceMinor: 4950 })]);
    renderScreen(
      <Search
        slot={SLOT}
        words={words('Search')}
        renderedAt={RENDERED_AT}
        query={{}}
        result={list}
      />,
    );
    const map = screen.getByRole('region', { name: /^Map of the results/ });
    const pins = within(map).getAllByRole('button', { name: /as a guest$/ });
    expect(pins.map((pin) => pin.textContent)).toEqual(['€66', '€49.50']);
  });

  it('Search that finds nothing lets one take back each wish', () => {
    const query = { q: 'unicorn', rating: '4.5' };
    const { push } = renderScreen(
      <Search
        slot={SLOT}
        words={words('Search')}
        renderedAt={RENDERED_AT}
        query={query}
        result={aList([])}
      />,
    );
    screen.getByRole('button', { name: 'Search without 4.5 and up' }).click();
    expect(push).toHaveBeenCalledWith('/search?q=unicorn', undefined, { scroll: false });
  });

  it('Search that got no answer keeps what was asked for', () => {
    const query = { q: 'haircut' };
    const { push } = renderScreen(
      <Search
        slot={SLOT}
        words={words('Search')}
        renderedAt={RENDERED_AT}
        query={query}
        result={null}
      />,
    );
    expect((screen.getByRole('combobox', { name: 'What' }) as HTMLInputElement).value).toBe(
      'haircut',
    );
    screen.getByRole('button', { name: 'Try again' }).click();
    expect(push).toHaveBeenCalledWith('/search', undefined, { scroll: false });
  });

  it('ProviderPage has times that lead into booking, and hours in the zone of the provider', async () => {
    renderScreen(
      <ProviderPage
        slot={SLOT}
        words={words('ProviderPage')}
        renderedAt={RENDERED_AT}
        provider={aProvider()}
      />,
    );
    const time = await screen.findByRole('link', { name: 'Book Tue, 24 Nov, 14:30' });
    expect(time.getAttribute('href')).toBe('/book/svc-1?start=2026-11-24T13%3A30%3A00.000Z');
    expect(text()).toContain('Local time in Berlin');
    expect(screen.getByRole('row', { name: /Tuesday/ }).textContent).toBe(
      'Tuesday · today09:00 – 18:00',
    );
  });

  it('ProviderPage without services or reviews says what will be there', () => {
    const provider = aProvider({ services: [], reviews: [] });
    renderScreen(
      <ProviderPage
        slot={SLOT}
        words={words('ProviderPage')}
        renderedAt={RENDERED_AT}
        provider={provider}
      />,
    );
    expect(screen.getByRole('link', { name: 'Find others nearby' })).toBeTruthy();
    expect(text()).toContain('No reviews yet');
  });

  it('ServicePage says the policy in words and what the price is made of', async () => {
    renderScreen(
      <ServicePage
        slot={SLOT}
        words={words('ServicePage')}
        renderedAt={RENDERED_AT}
        service={aServiceDetail()}
      />,
    );
    expect(text()).toContain('Cancel up to 5 days before the start and everything comes back.');
    expect(text()).toContain('Cancel up to 24 hours before and half comes back.');
    expect(text()).toContain('Guest surcharge, 10%');
    expect(text()).toContain('Signed in you pay €60.00.');
    await waitFor(() => expect(text()).toContain('1 free time on Tue, 24 Nov'));
  });

  it('an unknown provider or service is a page that leads on', () => {
    renderScreen(
      <ProviderPage
        slot={SLOT}
        words={words('ProviderPage')}
        renderedAt={RENDERED_AT}
        provider={null}
      />,
    );
    expect(screen.getByRole('link', { name: 'Find someone else' }).getAttribute('href')).toBe(
      '/search',
    );
    cleanup();
    renderScreen(
      <ServicePage
        slot={SLOT}
        words={words('ServicePage')}
        renderedAt={RENDERED_AT}
        service={null}
      />,
    );
    expect(screen.getByRole('link', { name: 'Find something else' })).toBeTruthy();
  });

  it('the fallback is quiet and has a way on', () => {
    renderScreen(<Fallback slot={SLOT} />);
    expect(screen.getByRole('link', { name: 'To the start page' }).getAttribute('href')).toBe('/');
  });
});
