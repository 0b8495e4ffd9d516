// @vitest-environment jsdom
import { pickWords } from '@marketplace/kit/slice/words';
import type { ReactElement } from 'react';
import { renderToString } from 'react-dom/server';
import { expect, it } from 'vitest';
import { NAUGHTY_CODE } from '../../services/shared/testing/naughty/strings';
import {
  aList,
  aProvider,
  aService,
  aServiceDetail,
  RENDERED_AT,
} from '../components/testing/fixtures';
import { belowRouter, SLOT } from '../components/testing/render-screen';
import { CATALOGUES, SPOKEN } from '../data/words';
import Home from './Home';
import ProviderPage from './ProviderPage';
import Search from './Search';
import ServicePage from './ServicePage';

const page = (screen: keyof typeof SPOKEN) => ({
  slot: SLOT,
  words: pickWords(CATALOGUES, SLOT.locale, SPOKEN[screen]),
  renderedAt: RENDERED_AT,
});

/** Each screen with every text that somebody else wrote being this one. */
const screens: Record<string, (text: string) => ReactElement> = {
  Home: (text) => {
    const service = serviceOf(text);
    const lists = { near: [service], freeToday: [service], best: [service] };
    const categories = [{ category: 'hair' as const, count: 1 }];
    return <Home {...page('Home')} today="2026-11-24" categories={categories} {...lists} />;
  },
  Search: (text) => (
    <Search
      {...page('Search')}
      query={{ q: text, cursor: text }}
      result={aList([serviceOf(text)])}
    />
  ),
  ProviderPage: (text) => {
    const texts = { name: text, headline: text, about: text };
    const [review] = aProvider().reviews;
    const reviews = review ? [{ ...review, text, authorName: text, serviceTitle: text }] : [];
    const services = [serviceOf(text)];
    const provider = aProvider({ ...texts, services, reviews, place: placeOf(text) });
    return <ProviderPage {...page('ProviderPage')} provider={provider} />;
  },
  ServicePage: (text) => {
    const service = aServiceDetail({ ...serviceOf(text), description: text, place: placeOf(text) });
    return <ServicePage {...page('ServicePage')} service={service} />;
  },
};

const serviceOf = (text: string) => aService({ title: text, providerName: text, city: text });
const placeOf = (text: string) => ({
  ...aProvider().place,
  ...{ street: text, postcode: text, city: text },
});

/** What would run, or lead to what runs. */
const RUNS =
  'script, iframe, object, embed, [onerror], [onload], [href^="javascript:" i], img[src="x"]';

it.each(Object.entries(screens))('%s shows what others wrote as text', (_name, of) => {
  for (const text of NAUGHTY_CODE) {
    document.body.innerHTML = renderToString(belowRouter(of(text)));
    expect([...document.querySelectorAll(RUNS)], text).toEqual([]);
    expect(document.body.textContent).toContain(text);
  }
});
