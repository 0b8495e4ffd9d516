import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import type { SlotState } from '../slot-state';
import { aRelease, aSlot } from '../testing';
import { SlotAssets } from './slot-assets';

const file = (name: string) => ({ href: `/_mf/${name}`, integrity: `sha384-${name}` });
const release = aRelease({ stylesheets: [file('slice.css')], scripts: [file('entry.js')] });

function linkTo(name: string, slot: SlotState): string {
  const html = renderToStaticMarkup(<SlotAssets slots={[slot]} />);
  return html.match(/<link[^>]*>/g)?.find((link) => link.includes(`/_mf/${name}`)) ?? '';
}

it('preloads the scripts that a page needs at once, each by its hash', () => {
  const link = linkTo('entry.js', aSlot({ release }));
  expect(link).toContain('rel="preload"');
  expect(link).toContain('integrity="sha384-entry.js"');
});

it('asks for no script of a slot that waits for a touch, but for its looks', () => {
  const slot = aSlot({ release, hydrate: 'touch' });
  expect(linkTo('slice.css', slot)).toContain('rel="stylesheet"');
  expect(linkTo('entry.js', slot)).toContain('data-on-touch');
  expect(linkTo('entry.js', slot)).not.toContain('rel=');
});

it('has nothing to ask for where no release could be had', () => {
  const { release: _, ...slot } = aSlot({ status: 'failed' });
  expect(renderToStaticMarkup(<SlotAssets slots={[slot]} />)).toBe('');
});
