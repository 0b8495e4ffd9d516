import { expect, it } from 'vitest';
import { newNonce, policyWith } from './content-security';

it('allows the scripts of one answer only', () => {
  const nonces = new Set(Array.from({ length: 100 }, newNonce));
  expect(nonces.size).toBe(100);
  for (const nonce of nonces) expect(nonce).toMatch(/^[A-Za-z0-9+/]{22}==$/);
});

it('allows no inline script without its nonce, no plugin and no framing', () => {
  const policy = policyWith('abc');
  expect(policy).toContain("script-src 'self' 'nonce-abc';");
  for (const rule of ["object-src 'none'", "base-uri 'self'", "frame-ancestors 'none'"]) {
    expect(policy).toContain(rule);
  }
});
