import { URI } from 'otpauth';
import { expect, it } from 'vitest';
import { appUri, inGroups } from './app-uri';

const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

it('is what authenticator apps read: issuer, account and secret', () => {
  const app = URI.parse(appUri('ada+shop@demo.test', SECRET));
  expect(app).toMatchObject({
    issuer: 'Ecosystem Marketplace',
    label: 'ada+shop@demo.test',
    digits: 6,
    period: 30,
  });
  expect(app.secret.base32).toBe(SECRET);
});

it('shows the secret in groups that can be typed', () => {
  expect(inGroups('ABCDEFGHIJ')).toBe('ABCD EFGH IJ');
  expect(inGroups(SECRET).replaceAll(' ', '')).toBe(SECRET);
});
