// @vitest-environment jsdom
import type { SlotProps } from '@marketplace/kit/slice';
import { pickWords } from '@marketplace/kit/slice/words';
import { cleanup, screen } from '@testing-library/react';
import type { ReactElement } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CATALOGUES, SPOKEN } from '../../data/words';
import Home from '../../exposes/Home';
import ProviderPage from '../../exposes/ProviderPage';
import Search from '../../exposes/Search';
import ServicePage from '../../exposes/ServicePage';
import { aList, aProvider, aService, aServiceDetail, RENDERED_AT } from '../testing/fixtures';
import { renderScreen, SLOT } from '../testing/render-screen';

const GERMAN: SlotProps = { ...SLOT, pathPrefix: '/de' };
/** Pages of a person, whose addresses name no market. */
const PERSONAL = ['/portal'];

const props = <Name extends keyof typeof SPOKEN>(name: Name, slot: SlotProps) => ({
  ...{ slot, renderedAt: RENDERED_AT },
  words: pickWords(CATALOGUES, SLOT.locale, SPOKEN[name]),
});
const home = {
  today: '2026-11-24',
  categories: [{ category: 'hair' as const, count: 12 }],
  near: [aService()],
  freeToday: [aService({ id: 'svc-2' })],
  best: [aService({ id: 'svc-3' })],
};
const query = { near: '52.52,13.405' };

const SCREENS: [name: string, (slot: SlotProps) => ReactElement][] = [
  ['Home', (slot) => <Home {...props('Home', slot)} {...home} />],
  [
    'Search',
    (slot) => <Search {...props('Search', slot)} query={query} result={aList([aService()])} />,
  ],
  [
    'ProviderPage',
    (slot) => <ProviderPage {...props('ProviderPage', slot)} provider={aProvider()} />,
  ],
  [
    'ServicePage',
    (slot) => <ServicePage {...props('ServicePage', slot)} service={aServiceDetail()} />,
  ],
  ['a page of nobody', (slot) => <ProviderPage {...props('ProviderPage', slot)} provider={null} />],
];

describe('links on pages whose address names the market', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: new Date(RENDERED_AT), toFake: ['Date'] });
    vi.stubGlobal('fetch', () => new Promise(() => undefined));
  });
  afterEach(() => {
    cleanup();
    vi.unstubAllGlobals();
    vi.useRealTimers();
    vi.restoreAllMocks();
  });

  /** Where everything on a screen leads that leads to a page of this site. */
  function targetsOf(element: ReactElement): string[] {
    const { container, unmount } = renderScreen(element);
    const targets = [...container.querySelectorAll('a[href^="/"], form[action]')].map(
      (each) => each.getAttribute('href') ?? each.getAttribute('action') ?? '',
    );
    unmount();
    return targets;
  }

  it.each(SCREENS)('name it as well: %s', (_name, show) => {
    const plain = targetsOf(show(SLOT));
    expect(plain.length).toBeGreaterThan(0);
    expect(targetsOf(show(GERMAN))).toEqual(
      plain.map((path) => (PERSONAL.includes(path) ? path : `/de${path}`)),
    );
  });

  it('name it as well where a search is changed', () => {
    const result = aList([aService()]);
    const { push } = renderScreen(
      <Search {...props('Search', GERMAN)} query={query} result={result} />,
    );
    screen.getByRole('button', { name: 'Clear all' }).click();
    expect(push).toHaveBeenCalledWith('/de/search', undefined, { scroll: false });
  });
});
