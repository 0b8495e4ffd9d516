import { beforeAll, describe, expect, it, vi } from 'vitest';
import { startHost } from '../../host';
import { loadModule } from '../../loader';
import { keptHtml } from '../../slot/apart';
import type { SlotState } from '../../slot-state';
import { aRelease, aSlot, SETTINGS } from '../../testing';
import { renderApart } from './render-apart';

vi.mock('../code/engine', () => ({}));

function Greeting({ name }: { name?: string }) {
  if (!name) throw new Error('Nobody to greet');
  return <h1>Hello, {name}</h1>;
}

function render(changes: Partial<SlotState>) {
  const state = aSlot({ props: { name: 'Ada' }, ...changes });
  return renderApart({ state, exact: true }, SETTINGS, { asPath: '/', pathname: '/', query: {} });
}

beforeAll(async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  startHost(() => ({ load: async () => ({ default: Greeting }), forget: () => undefined }));
  await loadModule(aRelease(), 'Home');
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
