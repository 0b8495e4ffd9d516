import type { Log } from '../../part';
import type { InvokeFunction } from '../lambda/invoke';
import type { RunRotation } from './secret-operations';
import type { SecretStore } from './store';
import { withoutVersion } from './versions';

const STEPS = ['createSecret', 'setSecret', 'testSecret', 'finishSecret'];

/**
 * Has a secret's function take the steps of a rotation, one after the other. AWS tries one that failed again
 * for days; here its version goes, so that the next call of RotateSecret is not refused.
 */
export function rotations(store: SecretStore, invoke: InvokeFunction, log: Log): RunRotation {
  const run = async (functionArn: string, SecretId: string, ClientRequestToken: string) => {
    for (const Step of STEPS) await invoke(functionArn, { Step, SecretId, ClientRequestToken });
  };
  return ({ arn, name, rotatedBy = '' }, versionId) => {
    run(rotatedBy, arn, versionId).catch((error: unknown) => {
      log({ source: 'secrets', level: 'error', message: `${name} was not rotated: ${error}` });
      const secret = store.find(arn);
      if (secret) store.put(secret, withoutVersion(secret.versions, versionId));
    });
  };
}
