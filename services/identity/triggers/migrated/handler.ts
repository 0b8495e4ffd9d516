import {
  AdminAddUserToGroupCommand,
  CognitoIdentityProviderClient,
} from '@aws-sdk/client-cognito-identity-provider';
import type {
  Context,
  PostAuthenticationTriggerEvent,
  UserMigrationTriggerEvent,
} from 'aws-lambda';
import type { Group } from '../../../domain/identity';
import { once } from '../../../shared/lambda';
import { createTelemetry } from '../../../shared/observability';
import { triggerTable } from '../trigger-table';
import { admit } from './admit';
import { takeOver } from './take-over';

const telemetry = createTelemetry('identity-migrated');
const cognito = telemetry.traced(new CognitoIdentityProviderClient({ maxAttempts: 2 }));
const table = once(async () => triggerTable(telemetry));
const PROVIDERS: Group = 'provider';

type Event = UserMigrationTriggerEvent | PostAuthenticationTriggerEvent;

/** Cognito's user migration trigger, for who is not in the pool yet, and its post authentication trigger. */
export async function handler(event: Event, context: Context): Promise<Event> {
  return telemetry.invocation(context, async () => {
    if (event.triggerSource === 'PostAuthentication_Authentication') await afterSignIn(event);
    else await beforeFirstSignIn(event);
    return event;
  });
}

/** An answer without attributes is Cognito's "wrong address or password". */
async function beforeFirstSignIn({ userName, request, response }: UserMigrationTriggerEvent) {
  const admitted = await admit(await table(), { email: userName, password: request.password });
  if (!admitted) return;
  response.userAttributes = { ...admitted };
  response.messageAction = 'SUPPRESS';
  if (request.password !== undefined) response.finalUserStatus = 'CONFIRMED';
}

/** A person without what they had before is better than a person locked out; the next sign-in tries again. */
async function afterSignIn({ userName, userPoolId, request }: PostAuthenticationTriggerEvent) {
  const { sub: userId, email, email_verified } = request.userAttributes;
  if (!userId || !email || email_verified !== 'true') return;
  const joinProviders = async () => {
    const group = { UserPoolId: userPoolId, Username: userName, GroupName: PROVIDERS };
    await cognito.send(new AdminAddUserToGroupCommand(group));
  };
  try {
    await takeOver({ table: await table(), now: new Date(), joinProviders }, { userId, email });
  } catch (error) {
    telemetry.log.error('A migrated account was not taken over', { userId, error });
  }
}
