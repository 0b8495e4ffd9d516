import type { KeyObject } from 'node:crypto';
import { GetSecretValueCommand } from '@aws-sdk/client-secrets-manager';
import { publicKeyText, signingKeyOf } from '@marketplace/kit/federation/trust/keys';
import type { ReleaseClients, ReleaseTarget } from './target';

/** The key that signs a stage's releases. Throws a sentence when one may not read it. */
export async function signingKey(
  { signingSecretId }: ReleaseTarget,
  { secrets }: Pick<ReleaseClients, 'secrets'>,
): Promise<KeyObject> {
  const read = new GetSecretValueCommand({ SecretId: signingSecretId });
  const { SecretString = '' } = await secrets.send(read).catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`The signing secret ${signingSecretId} cannot be read: ${reason}`);
  });
  return signingKeyOf(SecretString);
}

/** What belongs into `releasePublicKeys` of the stage's settings. */
export async function publicSigningKey(target: ReleaseTarget, clients: ReleaseClients) {
  return publicKeyText(await signingKey(target, clients));
}
