import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { opened, sealed, Untrusted } from './envelope';
import { keyIdOf, publicKeyText, signingKeyOf, trustedKeys } from './keys';

const aKey = () => signingKeyOf(randomBytes(32).toString('hex'));
const key = aKey();
const keys = trustedKeys(publicKeyText(key));

function changed(text: string, change: (envelope: Record<string, unknown>) => void): string {
  const envelope = JSON.parse(text);
  change(envelope);
  return JSON.stringify(envelope);
}

describe('a sealed manifest', () => {
  it('gives back exactly what was signed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (payload) => {
        expect(opened(sealed(payload, key), keys)).toBe(payload);
      }),
    );
  });

  it.each(['', 'null', '{"slice":"mf-catalog"}', 'not json'])('is not %j', (text) => {
    expect(() => opened(text, keys)).toThrow(new Untrusted('it is not signed'));
  });

  it('is refused when another key signed it, and the key is named', () => {
    const other = aKey();
    const id = keyIdOf(publicKeyText(other));
    expect(() => opened(sealed('{}', other), keys)).toThrow(`signed with key ${id}`);
  });

  it('is refused when another key signed it under the name of ours', () => {
    const forged = changed(sealed('{}', aKey()), (envelope) => {
      (envelope.signatures as { keyid: string }[])[0] = {
        ...(envelope.signatures as { keyid: string }[])[0],
        keyid: keyIdOf(publicKeyText(key)),
      };
    });
    expect(() => opened(forged, keys)).toThrow('changed after it was signed');
  });

  it('is refused when its payload is another', () => {
    const tampered = changed(sealed('{"a":1}', key), (envelope) => {
      envelope.payload = Buffer.from('{"a":2}').toString('base64');
    });
    expect(() => opened(tampered, keys)).toThrow('changed after it was signed');
  });

  it('is taken from the old key and the new one while they change over', () => {
    const next = aKey();
    const both = trustedKeys(`${publicKeyText(key)}, ${publicKeyText(next)}`);
    expect(opened(sealed('old', key), both)).toBe('old');
    expect(opened(sealed('new', next), both)).toBe('new');
  });
});

describe('signing keys', () => {
  it('are the same for the same secret and others for others', () => {
    const secret = 'x'.repeat(64);
    expect(publicKeyText(signingKeyOf(secret))).toBe(publicKeyText(signingKeyOf(secret)));
    expect(publicKeyText(signingKeyOf(secret))).not.toBe(publicKeyText(aKey()));
    expect(publicKeyText(key)).toMatch(/^[\w-]{43}$/);
  });

  it('are not made of a short secret', () => {
    expect(() => signingKeyOf('short')).toThrow('at least 32 characters');
  });

  it('are refused when a setting holds something else', () => {
    expect(() => trustedKeys('abc')).toThrow('"abc" is no Ed25519 public key');
    expect(trustedKeys('').size).toBe(0);
  });
});
