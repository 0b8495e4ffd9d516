import { afterEach, describe, expect, it } from 'vitest';
import { eventually } from '../../../testing';
import { aTestEdge, resultOf, type TestEdge } from '../testing';

let edge: TestEdge;
afterEach(() => edge.stop());

const cacheTagHeader = 'x-page-cache-tags';

describe('an invalidation', () => {
  it('by tag forgets every answer that carries it, in any spelling, and no other', async () => {
    const tagsOf: Record<string, string> = {
      '/p/linde': 'provider:linde',
      '/s/1': 'Provider:Linde, service:1',
      '/p/eiche': 'provider:eiche',
    };
    edge = await aTestEdge(
      ({ url = '' }, response) => {
        const tags = tagsOf[url] ?? '';
        response.writeHead(200, { 'cache-control': 'max-age=60', [cacheTagHeader]: tags }).end(url);
      },
      { cacheTagHeader },
    );
    for (const path of Object.keys(tagsOf)) await edge.get(path);
    expect(edge.part.invalidate(['#provider:LINDE'])).toBe(2);
    expect(resultOf(await edge.get('/p/linde'))).toBe('Miss');
    expect(resultOf(await edge.get('/s/1'))).toBe('Miss');
    expect(resultOf(await edge.get('/p/eiche'))).toBe('Hit');
  });

  it('by tag does nothing where the distribution reads no tags', async () => {
    edge = await aTestEdge((_message, response) =>
      response.writeHead(200, { 'cache-control': 'max-age=60', [cacheTagHeader]: 'a' }).end(),
    );
    await edge.get('/');
    expect(edge.part.invalidate(['#a'])).toBe(0);
  });

  it('also meets an answer that was made before it and comes after it', async () => {
    const waiting: ((body: string) => void)[] = [];
    edge = await aTestEdge((_message, response) => {
      response.writeHead(200, { 'cache-control': 'max-age=60' });
      waiting.push((body) => response.end(body));
    });
    const asked = edge.get('/p/a').then((answer) => answer.text());
    await eventually(() => waiting.length === 1);
    edge.part.invalidate(['/p/a']);
    waiting[0]?.('made before');
    expect(await asked).toBe('made before');
    const again = edge.get('/p/a').then((answer) => answer.text());
    await eventually(() => waiting.length === 2);
    waiting[1]?.('made after');
    expect(await again).toBe('made after');
    expect(await (await edge.get('/p/a')).text()).toBe('made after');
  });
});
