import { createPublicKey, type JsonWebKey, type KeyObject, verify } from 'node:crypto';

interface Signature {
  alg: string;
  keyObject: KeyObject;
  jwsSigningInput: string;
  signature: string;
}

/**
 * What `aws-jwt-verify` takes from its platform, for the bundle: the library's own streams the signed
 * text into a `Verify` object, which takes half as long again as one call. RS256 and nothing else.
 */
export const nodeWebCompat = {
  /** The key source fetches for itself. */
  fetch: () => Promise.reject(new Error('not fetched by the library')),
  parseB64UrlString: (text: string) => Buffer.from(text, 'base64').toString('utf8'),
  transformJwkToKeyObjectSync: (jwk: JsonWebKey) => createPublicKey({ key: jwk, format: 'jwk' }),
  verifySignatureSync: ({ alg, keyObject, jwsSigningInput, signature }: Signature) =>
    alg === 'RS256' &&
    verify('sha256', Buffer.from(jwsSigningInput), keyObject, Buffer.from(signature, 'base64')),
};
