import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type { Context } from 'aws-lambda';
import { createTelemetry } from '../shared/observability';
import { rotate, rotationEvent } from './rotate';

const telemetry = createTelemetry('key-rotation');
const secrets = telemetry.traced(new SecretsManagerClient({}));

/** The rotation function of signing keys; Secrets Manager tries a rotation that failed again. */
export async function handler(event: unknown, context: Context): Promise<void> {
  return telemetry.invocation(context, async () => {
    const step = rotationEvent.parse(event);
    await rotate(secrets, step);
    telemetry.log.info('Took a step in the rotation of a signing key', {
      step: step.Step,
      secret: step.SecretId,
    });
  });
}
