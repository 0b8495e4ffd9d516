import { type KeyObject, sign, verify } from 'node:crypto';
import { z } from 'zod';
import { keyIdOf, publicKeyText, type TrustedKeys } from './keys';

const PAYLOAD_TYPE = 'application/vnd.marketplace.release+json';

const envelope = z.object({
  payloadType: z.literal(PAYLOAD_TYPE),
  payload: z.base64(),
  signatures: z.array(z.object({ keyid: z.string(), sig: z.base64() })).min(1),
});

/** A file is not what a key we trust has signed. */
export class Untrusted extends Error {}

/** Signs a manifest's bytes: a DSSE envelope, https://github.com/secure-systems-lab/dsse. */
export function sealed(payload: string, key: KeyObject): string {
  const body = Buffer.from(payload);
  return JSON.stringify({
    payloadType: PAYLOAD_TYPE,
    payload: body.toString('base64'),
    signatures: [
      {
        keyid: keyIdOf(publicKeyText(key)),
        sig: sign(null, signedBytes(body), key).toString('base64'),
      },
    ],
  } satisfies z.infer<typeof envelope>);
}

/**
 * The payload of an envelope that one of the trusted keys has signed.
 * @throws {Untrusted} for anything else; nothing of the payload is looked at before.
 */
export function opened(text: string, keys: TrustedKeys): string {
  const parsed = envelope.safeParse(asJson(text));
  if (!parsed.success) throw new Untrusted('it is not signed');
  const { payload, signatures } = parsed.data;
  const known = signatures.filter(({ keyid }) => keys.has(keyid));
  if (known.length === 0) {
    const named = signatures.map(({ keyid }) => keyid).join(', ');
    throw new Untrusted(`it is signed with key ${named}, which is not trusted here`);
  }
  const body = Buffer.from(payload, 'base64');
  const isGenuine = known.some(({ keyid, sig }) => {
    const key = keys.get(keyid);
    return key !== undefined && verify(null, signedBytes(body), key, Buffer.from(sig, 'base64'));
  });
  if (!isGenuine) throw new Untrusted('it was changed after it was signed');
  return body.toString();
}

/** DSSE's pre-authentication encoding: the type is signed along with the body. */
function signedBytes(body: Buffer): Buffer {
  const head = `DSSEv1 ${PAYLOAD_TYPE.length} ${PAYLOAD_TYPE} ${body.length} `;
  return Buffer.concat([Buffer.from(head), body]);
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
