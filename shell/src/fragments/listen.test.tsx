// @vitest-environment jsdom
import { sendEvent } from '@marketplace/kit/slice/events';
import { useState } from 'react';
import { renderToString } from 'react-dom/server';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { startHost } from '../federation/host';
import { aRelease, SETTINGS } from '../federation/testing';
import type { FragmentState } from './fragment-document';
import { fillDeclaredFragments, listenForFragments } from './listen';

vi.mock('../federation/browser/browser-host', () => ({ startBrowserHost: () => undefined }));
vi.mock('next/router', () => ({ default: { router: {} } }));

const STATE: FragmentState = {
  ...{ slice: 'mf-catalog', name: 'NearYou', props: {}, idPrefix: 'near-', slot: SETTINGS },
  release: aRelease(),
};
const asked = vi.fn<typeof fetch>();
let loads = 0;

function Counter() {
  const [count, setCount] = useState(0);
  return (
    <button type="button" onClick={() => setCount(count + 1)}>
      {count}
    </button>
  );
}

function anAnswer(): Response {
  const html = `<div data-slice="mf-catalog">${renderToString(<Counter />)}</div>`;
  const json = `<script type="application/json">${JSON.stringify(STATE)}</script>`;
  return new Response(html + json);
}

const host = () => document.querySelector<HTMLElement>('[data-fragment]') as HTMLElement;
const shownNumber = () => host().querySelector('button')?.textContent;

function ask() {
  const onShown = vi.fn();
  const { signal } = new AbortController();
  sendEvent('marketplace:fragment', host(), { path: '/edge/near-you', signal, onShown });
  return onShown;
}

async function click(): Promise<void> {
  await expect.poll(() => loads).toBe(1);
  await expect
    .poll(() => {
      host().querySelector('button')?.click();
      return shownNumber();
    })
    .toBe('1');
}

beforeAll(() => {
  vi.stubGlobal('fetch', asked);
  listenForFragments();
  startHost(() => ({
    load: async () => {
      loads += 1;
      return { default: Counter };
    },
    forget: () => undefined,
  }));
});

beforeEach(() => {
  document.body.innerHTML = '<div data-fragment="/edge/near-you" hidden></div>';
  asked.mockReset().mockImplementation(async () => anAnswer());
});

describe('a place for a fragment', () => {
  it('that says so itself is filled before any code of a slice has come, which takes it over as it is', async () => {
    fillDeclaredFragments(document.body, new AbortController().signal);
    await expect.poll(() => host().hidden).toBe(false);
    const before = host().querySelector('button');
    expect([shownNumber(), loads]).toEqual(['0', 0]);
    const onShown = ask();
    await click();
    expect(onShown).toHaveBeenCalledOnce();
    expect(host().querySelector('button')).toBe(before);
    expect(asked).toHaveBeenCalledOnce();
  });

  it('stays hidden where there is no fragment', async () => {
    asked.mockResolvedValue(new Response(null, { status: 204 }));
    fillDeclaredFragments(document.body, new AbortController().signal);
    const onShown = ask();
    await new Promise((turn) => setTimeout(turn));
    expect(asked).toHaveBeenCalledOnce();
    expect([host().hidden, host().childElementCount]).toEqual([true, 0]);
    expect(onShown).not.toHaveBeenCalled();
  });
});
