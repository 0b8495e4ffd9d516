import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { publicKeyText, signingKeyOf } from '@marketplace/kit/federation/trust/keys';
import { localClient } from '../client';
import { readSecrets } from '../template/read/secrets';
import type { CloudAssembly } from '../template/types';
import { until } from '../until';

const SECRET_NAME = /\/release-signing$/;
const READY_TIMEOUT_MS = 30_000;

/**
 * The public half of the laptop's signing key. The secret is made at the first start, so the shell
 * cannot be told by the templates, as a stage's settings tell it in AWS.
 */
export async function localReleaseKey(assembly: CloudAssembly, secretsUrl: string) {
  const secret = readSecrets(assembly).find(({ name }) => SECRET_NAME.test(name));
  if (!secret) throw new Error('No secret of the templates signs releases.');
  const client = new SecretsManagerClient(localClient(secretsUrl));
  const read = () => client.send(new GetSecretValueCommand({ SecretId: secret.name }));
  const answer = await until(read, READY_TIMEOUT_MS);
  return publicKeyText(signingKeyOf(answer?.SecretString ?? ''));
}
