import type { Context, CustomMessageTriggerEvent } from 'aws-lambda';
import { createTelemetry } from '../../../shared/observability';
import type { CodeMetadata } from '../../contract';
import { codeMail } from './code-mail';

const telemetry = createTelemetry('identity-messages');

/** Cognito's custom message trigger: what it answers nothing for, Cognito words itself. */
export async function handler(
  event: CustomMessageTriggerEvent,
  context: Context,
): Promise<CustomMessageTriggerEvent> {
  return telemetry.invocation(context, async () => {
    const { clientMetadata, codeParameter } = event.request;
    const { market }: Partial<CodeMetadata> = clientMetadata ?? {};
    Object.assign(event.response, codeMail(event.triggerSource, { code: codeParameter, market }));
    return event;
  });
}
