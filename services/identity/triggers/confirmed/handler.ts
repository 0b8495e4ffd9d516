import type { Context, PostConfirmationTriggerEvent } from 'aws-lambda';
import { once } from '../../../shared/lambda';
import { createTelemetry } from '../../../shared/observability';
import { triggerTable } from '../trigger-table';
import { keepProfile } from './keep-profile';

const telemetry = createTelemetry('identity-confirmed');
const table = once(async () => triggerTable(telemetry));

/** Cognito's post confirmation trigger: also after a new password, which heals a profile that was lost. */
export async function handler(
  event: PostConfirmationTriggerEvent,
  context: Context,
): Promise<PostConfirmationTriggerEvent> {
  return telemetry.invocation(context, async () => {
    await keepProfile({ table: await table(), now: new Date() }, event.request.userAttributes);
    return event;
  });
}
