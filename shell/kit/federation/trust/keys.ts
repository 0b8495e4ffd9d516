import {
  createHash,
  createPrivateKey,
  createPublicKey,
  hkdfSync,
  type KeyObject,
} from 'node:crypto';

/** DER of an Ed25519 private key up to its 32 bytes (RFC 8410). */
const PKCS8_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');
const PURPOSE = 'marketplace release signing';
const LEAST_SECRET_LENGTH = 32;
const KEY_ID_LENGTH = 16;

/** The keys whose releases are hosted, by key id; two of them while one takes over from the other. */
export type TrustedKeys = ReadonlyMap<string, KeyObject>;

/**
 * The signing key that a secret stands for. Any long random string will do, so CloudFormation can
 * make the secret and no person ever holds the key.
 */
export function signingKeyOf(secret: string): KeyObject {
  if (secret.length < LEAST_SECRET_LENGTH) {
    throw new Error(`The signing secret must have at least ${LEAST_SECRET_LENGTH} characters.`);
  }
  const seed = Buffer.from(hkdfSync('sha256', secret, '', PURPOSE, 32));
  const key = Buffer.concat([PKCS8_PREFIX, seed]);
  return createPrivateKey({ key, format: 'der', type: 'pkcs8' });
}

/** The public half as text, 43 characters, as a stage's settings hold it. */
export function publicKeyText(key: KeyObject): string {
  const { x } = createPublicKey(key as KeyObject & { type: 'private' }).export({ format: 'jwk' });
  return x ?? '';
}

/** Names a key in a signature, so that the reader knows which of several to use. */
export function keyIdOf(publicKey: string): string {
  return createHash('sha256').update(publicKey).digest('hex').slice(0, KEY_ID_LENGTH);
}

/** Reads a comma-separated list of public keys; throws on one that is none. */
export function trustedKeys(list: string): TrustedKeys {
  const texts = list.split(',').map((text) => text.trim());
  return new Map(texts.filter(Boolean).map((text) => [keyIdOf(text), publicKeyFrom(text)]));
}

function publicKeyFrom(text: string): KeyObject {
  try {
    const key = { kty: 'OKP', crv: 'Ed25519', x: text };
    return createPublicKey({ key, format: 'jwk' });
  } catch (error) {
    throw new Error(`"${text}" is no Ed25519 public key`, { cause: error });
  }
}
