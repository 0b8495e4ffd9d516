import { expect, it } from 'vitest';
import { canHost } from './version';

it.each([
  ['1.2', '1.2', true],
  ['1.0', '1.2', true],
  ['1.3', '1.2', false],
  ['2.0', '1.2', false],
  ['1.9', '2.0', false],
])('a release of contract %s in a shell of %s: %s', (release, shell, hosted) => {
  expect(canHost(release, shell)).toBe(hosted);
});
