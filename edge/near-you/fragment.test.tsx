// @vitest-environment jsdom
import type { NearProvider } from '@marketplace/services/domain/near';
import { act } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import NearYou from '../../mf-catalog/exposes/NearYou';
import { aRelease } from '../testing/release';
import { renderFragment } from './fragment';

const NOW_MS = Date.parse('2026-11-24T08:00:00.000Z');
const HOSTILE = '</script><script>alert(1)</script><!--';

function aProvider(changes: Partial<NearProvider> = {}): NearProvider {
  return {
    slug: 'studio-linde',
    name: 'Studio Linde',
    city: 'Berlin',
    lat: 52.5,
    lon: 13.4,
    timeZone: 'Europe/Berlin',
    currency: 'EUR',
    rating: 4.8,
    ratingCount: 12,
    service: {
      id: 'service-1',
      title: 'Haircut',
      category: 'hair',
      priceMinor: 6000,
      guestPriceMinor: 6600,
      durationMin: 60,
      minNoticeMin: 60,
      startsMs: [NOW_MS + 1_800_000, NOW_MS + 7_200_000],
    },
    ...changes,
  };
}

function aFragment(provider = aProvider(), isMarketNamed = false): string {
  return renderFragment({
    market: 'de',
    isMarketNamed,
    place: { lat: 52.5, lon: 13.4 },
    neighbours: [{ provider, distanceKm: 1.24 }],
    release: aRelease('r7'),
    nowMs: NOW_MS,
  });
}

/** As the browser takes it apart: the root in the page, the rest as data. */
function shown(html: string) {
  document.body.innerHTML = html;
  const root = document.body.querySelector<HTMLElement>(':scope > [data-slice]');
  const data = document.body.querySelector(':scope > script[type="application/json"]');
  if (!root || !data) throw new Error('This is no fragment.');
  return { root, state: JSON.parse(data.textContent ?? '') };
}

describe('the fragment', () => {
  const complaints = vi.fn();
  beforeEach(() => {
    vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
    vi.spyOn(console, 'error').mockImplementation(complaints);
  });
  afterEach(() => {
    vi.restoreAllMocks();
    vi.unstubAllGlobals();
    document.body.innerHTML = '';
    complaints.mockReset();
  });

  it('shows who is near, the first time that notice allows, and both prices in the market’s money', () => {
    const { root } = shown(aFragment());
    const text = root.textContent?.replaceAll('\u00a0', ' ') ?? '';
    expect(text).toContain('Studio Linde');
    expect(text).toContain('66,00 €');
    expect(text).toContain('60,00 €');
    expect(root.querySelector('time')?.dateTime).toBe('2026-11-24T10:00:00.000Z');
    expect(root.querySelector('a[href^="/search"]')?.getAttribute('href')).toContain('52.5');
  });

  it('stays in the market that the address of the page around names', () => {
    const hrefsOf = (isMarketNamed: boolean) => {
      const links = shown(aFragment(aProvider(), isMarketNamed)).root.querySelectorAll('a');
      return [...links].map((link) => link.getAttribute('href'));
    };
    const unnamed = hrefsOf(false);
    expect(unnamed).toContain('/s/service-1');
    expect(hrefsOf(true)).toEqual(unnamed.map((href) => `/de${href}`));
  });

  it('names the release it was built from, and all that the browser needs of it', () => {
    const { root, state } = shown(aFragment());
    expect(root.dataset).toMatchObject({ slice: 'mf-catalog', release: 'r7' });
    expect(state.release).toEqual(aRelease('r7'));
  });

  it('is taken over by the component of its release as a root of its own, without a mismatch', async () => {
    const { root, state } = shown(aFragment());
    const before = root.innerHTML;
    const mismatch = vi.fn();
    await act(async () => {
      hydrateRoot(root, <NearYou {...state.props} slot={state.slot} />, {
        identifierPrefix: state.idPrefix,
        onRecoverableError: mismatch,
      });
    });
    expect(mismatch).not.toHaveBeenCalled();
    expect(complaints).not.toHaveBeenCalled();
    expect(root.innerHTML).toBe(before);
  });

  it('shows a mismatch where there is one: the test can see it', async () => {
    const { root, state } = shown(aFragment());
    const mismatch = vi.fn();
    const [service] = state.props.services;
    const services = [{ ...service, title: 'Another' }];
    await act(async () => {
      hydrateRoot(root, <NearYou {...state.props} services={services} slot={state.slot} />, {
        identifierPrefix: state.idPrefix,
        onRecoverableError: mismatch,
      });
    });
    expect(mismatch).toHaveBeenCalled();
  });

  it('runs nothing that a provider wrote', () => {
    const service = { ...aProvider().service, title: HOSTILE };
    const html = aFragment(aProvider({ name: HOSTILE, city: HOSTILE, service }));
    expect(html.match(/<script/g)).toHaveLength(1);
    const { root, state } = shown(html);
    expect(root.querySelector('script')).toBeNull();
    expect(state.props.services[0].title).toBe(HOSTILE);
  });
});
