import { expect, it } from 'vitest';
import { requireSmall } from './sizes';

const ofBytes = (bytes: number) => ({ name: 'viewer-auth/index.cjs', bytes, limitBytes: 20_480 });

it('refuses to build a function that is a byte too large, and names it', () => {
  expect(() => requireSmall([ofBytes(20_480)])).not.toThrow();
  expect(() => requireSmall([ofBytes(1), ofBytes(20_481)])).toThrow(
    'viewer-auth/index.cjs 20481 > 20480',
  );
});
