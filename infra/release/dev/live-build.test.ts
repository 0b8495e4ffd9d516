import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { containerName } from '@marketplace/kit/federation/names';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { layOut, WATCHED_RELEASE } from './live-build';

/** Names as the compiler makes them of a container's: it takes repeated underscores for one. */
const namesOf = (container: string) => {
  const chunks = `self.webpackChunk${container.replace('__', '_')}`;
  return { entry: `var ${container} = ${chunks};`, chunk: `${chunks}.push([])` };
};
const compiled = namesOf(containerName('mf-catalog', WATCHED_RELEASE));
const BUILD = {
  slice: 'mf-catalog',
  scripts: {
    'static/chunks/remoteEntry.js': compiled.entry,
    'static/chunks/Home.js': compiled.chunk,
  },
  stylesheet: '.a{color:red}',
  catalogues: { 'en.json': '{"home":{"hello":"Hello {name}"}}' },
} as const;

let served: string;
beforeEach(() => {
  served = mkdtempSync(path.join(tmpdir(), 'live-build-'));
});
afterEach(() => rmSync(served, { recursive: true }));

const layOutAt = (minute: number) =>
  layOut(BUILD, served, new Date(Date.UTC(2026, 10, 23, 9, minute)));
const read = (file: string) => readFileSync(path.join(served, 'browser', file), 'utf8');

it('gives every build a name, globals and addresses of its own', async () => {
  const [first, second] = [await layOutAt(1), await layOutAt(2)];
  expect(first.container).not.toBe(second.container);
  for (const { release, container, browser } of [first, second]) {
    expect(browser.entry).toBe(`${release}/static/chunks/remoteEntry.js`);
    expect(read(browser.entry)).toBe(namesOf(container).entry);
    expect(read(`${release}/static/chunks/Home.js`)).toBe(namesOf(container).chunk);
    expect(read(`${browser.stylesheets}`)).toBe(BUILD.stylesheet);
  }
  expect(JSON.parse(readFileSync(path.join(served, 'manifest.json'), 'utf8'))).toEqual(second);
});

it('keeps a position in the code where it was, for its source map', async () => {
  expect((await layOutAt(1)).release).toHaveLength(WATCHED_RELEASE.length);
});

it('has the texts as pages take them', async () => {
  const { messages } = await layOutAt(1);
  expect(JSON.parse(read(`${messages}/en.json`))).toEqual({
    home: { hello: ['Hello ', ['name']] },
  });
});

it('keeps the builds that a page may still load from, and no more', async () => {
  const { release: first } = await layOutAt(1);
  for (const minute of [2, 3, 4]) await layOutAt(minute);
  expect(readdirSync(path.join(served, 'browser'))).toHaveLength(3);
  expect(existsSync(path.join(served, 'browser', first))).toBe(false);
});
