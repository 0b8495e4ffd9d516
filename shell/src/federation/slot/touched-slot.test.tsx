// @vitest-environment jsdom
import { readFileSync } from 'node:fs';
import { runInThisContext } from 'node:vm';
import { useState } from 'react';
import { flushSync } from 'react-dom';
import { hydrateRoot, type Root } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { noteShown } from '../../vitals/note';
import { startHost } from '../host';
import { forgetRelease, loadModule } from '../loader';
import { renderApart } from '../server/page/render-apart';
import type { SlotState } from '../slot-state';
import { aRelease, aSlot, SETTINGS } from '../testing';
import { Slot } from './slot';

vi.mock('../browser/browser-host', () => ({ startBrowserHost: () => undefined }));
vi.mock('../../vitals/note', () => ({ noteShown: vi.fn(), noteFailed: vi.fn() }));
vi.mock('next/router', () => ({ default: { router: {} } }));

const TOUCH = readFileSync('shell/early/touch.js', 'utf8');
const ROUTE = { asPath: '/', pathname: '/', query: {} };

let arrive: () => void;
let loads: number;

startHost(() => ({
  load: () => {
    loads += 1;
    return new Promise((resolve) => {
      arrive = () => resolve({ default: Counter });
    });
  },
  forget: () => undefined,
}));

function Counter({ start }: { start: number }) {
  const [count, setCount] = useState(start);
  return (
    <>
      <a href="/search">Search</a>
      <input aria-label="text" />
      <button type="button" onClick={() => setCount(count + 1)}>
        {count}
      </button>
    </>
  );
}

const aTouchSlot = (start = 1) => aSlot({ hydrate: 'touch', props: { start } });

const one = <Found extends HTMLElement>(selector: string) =>
  document.querySelector<Found>(selector) as Found;
const isInteractive = () => Object.keys(button()).some((key) => key.startsWith('__reactProps$'));
const button = () => one<HTMLButtonElement>('button');

/** The page as a browser has it: rendered by a server, hydrated, its slot's code not there. */
async function aPage(state: SlotState): Promise<Root> {
  const loading = loadModule(aRelease(), state.name);
  arrive();
  await loading;
  const { state: rendered } = renderApart({ state, exact: true }, SETTINGS, ROUTE);
  const root = document.body.appendChild(document.createElement('main'));
  root.innerHTML = renderToString(<Slot state={rendered} settings={SETTINGS} />);
  forgetRelease(aRelease().container);
  loads = 0;
  const hydrated = hydrateRoot(root, <Slot state={rendered} settings={SETTINGS} />);
  await expect.poll(() => noteShown).toHaveBeenCalled();
  return hydrated;
}

let page: Root;
const slot = aTouchSlot();

beforeEach(async () => {
  delete document.documentElement.dataset.touched;
  runInThisContext(TOUCH);
  vi.mocked(noteShown).mockClear();
  page = await aPage(slot);
});

afterEach(() => {
  page.unmount();
  document.body.replaceChildren();
});

describe('a slot that waits for a touch', () => {
  it('is what the server rendered, and asks for no code', () => {
    expect(button().textContent).toBe('1');
    expect(loads).toBe(0);
  });

  it('stays as it is when the page around it renders again', () => {
    const before = button();
    flushSync(() => page.render(<Slot state={slot} settings={{ ...SETTINGS }} />));
    expect(button()).toBe(before);
    expect(loads).toBe(0);
  });

  it.each(['pointerover', 'touchstart', 'keydown'])('asks once for its code, at a %s', (type) => {
    button().dispatchEvent(new Event(type, { bubbles: true }));
    button().dispatchEvent(new Event(type, { bubbles: true }));
    expect(loads).toBe(1);
  });

  it('becomes interactive in place: focus and what was typed stay', async () => {
    const [input, before] = [one<HTMLInputElement>('input'), button()];
    input.focus();
    input.value = 'yoga';
    arrive();
    await expect.poll(isInteractive).toBe(true);
    expect(button()).toBe(before);
    expect(document.activeElement).toBe(input);
    expect(input.value).toBe('yoga');
    button().click();
    await expect.poll(() => button().textContent).toBe('2');
  });

  it('answers a click from before its code was there', async () => {
    button().click();
    arrive();
    await expect.poll(() => button().textContent).toBe('2');
  });

  it('lets the browser follow a link when the code does not come', async () => {
    vi.useFakeTimers();
    const followed = vi.fn((event: Event) => event.preventDefault());
    const link = one('a');
    link.click();
    window.addEventListener('click', followed);
    await vi.advanceTimersByTimeAsync(1_000);
    window.removeEventListener('click', followed);
    vi.useRealTimers();
    expect(followed).toHaveBeenCalledOnce();
    expect(button().textContent).toBe('1');
  });

  it('shows what a later visit to the page brings', async () => {
    page.render(<Slot state={aTouchSlot(7)} settings={SETTINGS} />);
    await expect.poll(() => loads).toBe(1);
    arrive();
    await expect.poll(() => button().textContent).toBe('7');
  });
});
