// @vitest-environment jsdom
import { forgetContainer, loadContainer } from '@marketplace/kit/federation/browser/page-runtime';
import type { LocalReport } from '@marketplace/kit/federation/manifest';
import { act, cleanup, render, screen, waitFor } from '@testing-library/react';
import { IntlProvider } from 'use-intl';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import messages from '../../../messages/slices/en.json';
import type { SlotState } from '../../federation/slot-state';
import LocalSlot from './local-slot';

vi.mock('@marketplace/kit/federation/browser/page-runtime', () => ({
  loadContainer: vi.fn(),
  forgetContainer: vi.fn(),
}));
vi.mock('../../federation/browser/browser-host', () => ({ startBrowserHost: vi.fn() }));
vi.mock('../../federation/browser/stylesheets', () => ({
  addStylesheets: vi.fn(),
  dropOtherStylesheets: vi.fn(),
}));

const ORIGIN = 'http://localhost:3001';
const STATE: SlotState = {
  slice: 'mf-catalog',
  name: 'Home',
  status: 'ready',
  localOrigin: ORIGIN,
  props: { words: { language: 'de', messages: { home: { hello: 'Alt' } } } },
};
const SETTINGS = {
  market: 'de',
  locale: 'de-DE',
  currency: 'EUR',
  publicOrigin: 'http://localhost:8080',
  stripePublishableKey: '',
};

/** What the machine serves now. */
let release: string;
/** Says on the page's connections what a build came to. */
let report: (message: LocalReport) => void;

class Connection {
  onmessage?: (event: { data: string }) => void;
  close = vi.fn();
  constructor(readonly url: string) {
    report = (message) => this.onmessage?.({ data: JSON.stringify(message) });
  }
}

interface HomeProps {
  words: { messages: { home: { hello: string } } };
}

/** What a container exposes: it renders its own name and the text it is given. */
const speakingOf = (container: string) => (props: HomeProps) =>
  `${container} ${props.words.messages.home.hello}`;

beforeEach(() => {
  release = 'live-1';
  vi.stubGlobal('EventSource', Connection);
  vi.stubGlobal('fetch', async (url: string) =>
    url === `${ORIGIN}/manifest.json`
      ? Response.json({
          slice: 'mf-catalog',
          release,
          container: `c_${release}`,
          browser: { entry: 'entry.js', stylesheets: [], integrity: {} },
          messages: `${release}/messages`,
        })
      : Response.json({ home: { hello: `from ${url}` } }),
  );
  vi.mocked(loadContainer).mockImplementation(async ({ name }) => ({
    init: () => undefined,
    get: async () => () => ({ default: speakingOf(name) }),
  }));
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  vi.clearAllMocks();
});

function show() {
  render(
    <IntlProvider locale="en" messages={messages}>
      <LocalSlot state={STATE} origin={ORIGIN} settings={SETTINGS} />
    </IntlProvider>,
  );
}

it('shows the machine’s newest build, with its own texts, and forgets the one before', async () => {
  show();
  await screen.findByText(`c_live-1 from ${ORIGIN}/browser/live-1/messages/de.json`);
  release = 'live-2';
  act(() => report({ release }));
  await screen.findByText(`c_live-2 from ${ORIGIN}/browser/live-2/messages/de.json`);
  await waitFor(() => expect(vi.mocked(forgetContainer).mock.calls).toEqual([['c_live-1']]));
});

it('stays as it is when a build fails, or does not come', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  show();
  const shown = await screen.findByText(/^c_live-1/);
  act(() => report({ problem: 'hero.tsx: Unexpected token' }));
  vi.mocked(loadContainer).mockRejectedValue(new Error('offline'));
  act(() => report({ release: 'live-2' }));
  await vi.waitFor(() => expect(console.error).toHaveBeenCalled());
  expect(shown.isConnected).toBe(true);
});

it('says so when nothing comes, and goes on as soon as something does', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  vi.mocked(loadContainer).mockRejectedValueOnce(new Error('offline'));
  show();
  await screen.findByText(`mf-catalog did not come from ${ORIGIN}`);
  act(() => report({ release }));
  await screen.findByText(/^c_live-1/);
});
