import {
  AdminGetUserCommand,
  CognitoIdentityProviderClient,
} from '@aws-sdk/client-cognito-identity-provider';
import type { Context, PreTokenGenerationV2TriggerEvent } from 'aws-lambda';
import { createTelemetry } from '../../../shared/observability';
import { claimedGroups, needsSecondFactor } from './withhold-groups';

const telemetry = createTelemetry('identity-claims');
const cognito = telemetry.traced(new CognitoIdentityProviderClient({ maxAttempts: 2 }));

/** Cognito's pre token generation trigger, version 2: for access tokens as well as id tokens. */
export async function handler(
  event: PreTokenGenerationV2TriggerEvent,
  context: Context,
): Promise<PreTokenGenerationV2TriggerEvent> {
  return telemetry.invocation(context, async () => {
    const groups = event.request.groupConfiguration.groupsToOverride ?? [];
    if (!needsSecondFactor(groups)) return event;
    const groupsToOverride = claimedGroups(groups, await hasSecondFactor(event));
    event.response = {
      claimsAndScopeOverrideDetails: { groupOverrideDetails: { groupsToOverride } },
    };
    return event;
  });
}

/** Not knowing counts as no: the person is signed in, without the claims. */
async function hasSecondFactor({
  userPoolId,
  userName,
}: PreTokenGenerationV2TriggerEvent): Promise<boolean> {
  try {
    const user = await cognito.send(
      new AdminGetUserCommand({ UserPoolId: userPoolId, Username: userName }),
    );
    return (user.UserMFASettingList ?? []).includes('SOFTWARE_TOKEN_MFA');
  } catch (error) {
    telemetry.log.error('The second factor of an account could not be read', { error });
    return false;
  }
}
