import { afterEach, expect, it, vi } from 'vitest';
import { isOwnPage } from './live-builds';

afterEach(() => vi.unstubAllEnvs());

it.each([
  ['a page of this machine', { origin: 'http://localhost:8080' }],
  ['a page of the marketplace it works for', { origin: 'https://staging.market.example' }],
  ['a tool of this machine', {}],
  ['a script of a page on this machine', { 'sec-fetch-site': 'same-site' }],
])('gives unreleased sources to %s', (_who, headers) => {
  vi.stubEnv('PUBLIC_ORIGIN', 'https://staging.market.example');
  expect(isOwnPage({ headers })).toBe(true);
});

it.each([
  ['a page of somebody else', { origin: 'https://evil.example' }],
  ['a page that only sounds like ours', { origin: 'http://localhost.evil.example:8080' }],
  ['a page without an origin', { origin: 'null' }],
  ['a script of a page of somebody else', { 'sec-fetch-site': 'cross-site' }],
])('gives none to %s', (_who, headers) => {
  expect(isOwnPage({ headers })).toBe(false);
});
