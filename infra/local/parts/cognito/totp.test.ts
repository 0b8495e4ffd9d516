import { Secret } from 'otpauth';
import { expect, it } from 'vitest';
import { codeAt, newSecret, secondsLeft, stepOf } from './totp';

/** Appendix B of RFC 6238, SHA-1; authenticator apps show the last six of its eight digits. */
const SECRET = Secret.fromUTF8('12345678901234567890').base32;

it.each([
  [59, '94287082'],
  [1_111_111_109, '07081804'],
  [1_111_111_111, '14050471'],
  [1_234_567_890, '89005924'],
  [2_000_000_000, '69279037'],
  [20_000_000_000, '65353130'],
])('gives the code of RFC 6238 at second %i', (second, eightDigits) => {
  expect(codeAt(SECRET, second * 1000)).toBe(eightDigits.slice(-6));
});

it('takes the code of the step before and after, no other', () => {
  const secret = newSecret();
  const nowMs = 1_800_000_000_000;
  const step = nowMs / 30_000;
  for (const distance of [-1, 0, 1]) {
    const code = codeAt(secret, nowMs + distance * 30_000);
    expect(stepOf(secret, code, nowMs)).toBe(step + distance);
  }
  const late = codeAt(secret, nowMs + 60_000);
  const near = [-1, 0, 1].map((distance) => codeAt(secret, nowMs + distance * 30_000));
  if (!near.includes(late)) expect(stepOf(secret, late, nowMs)).toBeUndefined();
  expect(stepOf(secret, 'abcdef', nowMs)).toBeUndefined();
});

it('says how long a code still shows', () => {
  expect(secondsLeft(29_000)).toBe(1);
  expect(secondsLeft(30_000)).toBe(30);
});
