import { expect, it } from 'vitest';
import { recentlyUsed } from './recently-used';

it('forgets the release that was used longest ago, by slice', () => {
  const evicted: string[] = [];
  const touch = recentlyUsed({ keep: 2, onEvict: (name) => evicted.push(name) });
  touch('a', 'a1');
  touch('a', 'a2');
  touch('b', 'b1');
  touch('a', 'a1');
  touch('a', 'a3');
  expect(evicted).toEqual(['a2']);
});
