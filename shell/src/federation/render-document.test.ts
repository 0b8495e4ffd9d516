import type { IncomingMessage } from 'node:http';
import type { DocumentContext } from 'next/document';
import { beforeEach, expect, it, vi } from 'vitest';
import { renderDocument } from './render-document';
import { noteSlots } from './server/page/page-slots';
import { distrustRelease } from './server/page/resolve-slot';
import type { SlotState } from './slot-state';

vi.mock('./server/page/resolve-slot', () => ({ distrustRelease: vi.fn() }));

/** A page of one slot, which throws while `isBroken` says so; it says what was rendered. */
function aPage(isBroken: (slot: SlotState) => boolean) {
  const slot = {
    slice: 'mf-catalog',
    name: 'Home',
    status: 'ready',
    release: { release: 'r1' },
    props: {},
  } as unknown as SlotState;
  const headers = new Map([['x-page-cache-control', 'public, max-age=60']]);
  const req = {} as IncomingMessage;
  const context = {
    req,
    res: {
      setHeader: (name: string, value: string) => headers.set(name, value),
      removeHeader: (name: string) => headers.delete(name),
    },
    defaultGetInitialProps: async () => {
      if (isBroken(slot)) throw new Error('a slice threw');
      return { html: `${slot.status} ${slot.release?.release}` };
    },
  } as unknown as DocumentContext;
  noteSlots(req, [slot]);
  return { context, headers, slot };
}

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  vi.mocked(distrustRelease).mockReset();
});

it('renders what was asked for', async () => {
  const { context, headers } = aPage(() => false);
  expect(await renderDocument(context)).toEqual({ html: 'ready r1' });
  expect(headers.has('x-page-cache-control')).toBe(true);
});

it('shows the slice’s fallback when it throws, distrusts its release, and is not kept', async () => {
  const { context, headers, slot } = aPage(({ status }) => status === 'ready');
  expect(await renderDocument(context)).toEqual({ html: 'failed r1' });
  expect(distrustRelease).toHaveBeenCalledExactlyOnceWith(slot);
  expect(headers.get('cache-control')).toBe('no-store');
  expect(headers.has('x-page-cache-control')).toBe(false);
});

it('shows the shell’s fallback when the slice’s throws too', async () => {
  const { context } = aPage(({ release }) => release !== undefined);
  expect(await renderDocument(context)).toEqual({ html: 'failed undefined' });
});

it('gives up when not even that can be rendered', async () => {
  const { context } = aPage(() => true);
  await expect(renderDocument(context)).rejects.toThrow('a slice threw');
});
