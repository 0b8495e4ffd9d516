import { beforeAll, describe, expect, it, vi } from 'vitest';
import { startHost } from '../../host';
import { loadModule } from '../../loader';
import { keptHtml } from '../../slot/apart';
import type { SlotState } from '../../slot-state';
import { renderApart } from './render-apart';
import type { ResolvedSlot } from './resolve-slot';

vi.mock('../code/engine', () => ({}));

const SETTINGS = {
  market: 'us',
  locale: 'en-US',
  currency: 'USD',
  publicOrigin: 'http://localhost',
  stripePublishableKey: '',
} as const;
const RELEASE = {
  slice: 'mf-catalog',
  release: 'r1',
  container: 'mf_catalog__r1',
  entry: 'remoteEntry.js',
  stylesheets: [],
  scripts: [],
  integrity: {},
} as const;

function Greeting({ name }: { name?: string }) {
  if (!name) throw new Error('Nobody to greet');
  return <h1>Hello, {name}</h1>;
}

function resolved(changes: Partial<SlotState>): ResolvedSlot {
  const release = { ...RELEASE, stylesheets: [], scripts: [] };
  const state = { slice: 'mf-catalog', name: 'Home', status: 'ready', release } as const;
  return { state: { ...state, props: { name: 'Ada' }, ...changes }, exact: true };
}

const render = (changes: Partial<SlotState>) =>
  renderApart(resolved(changes), SETTINGS, { asPath: '/', pathname: '/', query: {} });

beforeAll(async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  startHost(() => ({ load: async () => ({ default: Greeting }), forget: () => undefined }));
  await loadModule(RELEASE, 'Home');
});

describe('rendering a slot as a root of its own', () => {
  it('happens to those that wait for a touch', () => {
    const { state, exact } = render({ hydrate: 'touch' });
    expect(keptHtml(state)).toBe('<h1>Hello, <!-- -->Ada</h1>');
    expect(exact).toBe(true);
  });

  it('leaves the others to the page', () => {
    expect(keptHtml(render({}).state)).toBeUndefined();
  });

  it('gives way to the fallback when the module throws, and the page is not kept as if it were whole', () => {
    const { state, exact } = render({ hydrate: 'touch', props: {} });
    expect(state).toMatchObject({ status: 'failed', props: {} });
    expect(state).not.toHaveProperty('hydrate');
    expect(keptHtml(state)).toBeUndefined();
    expect(exact).toBe(false);
  });
});
