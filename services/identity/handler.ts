import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { SESv2Client } from '@aws-sdk/client-sesv2';
import type { Context } from 'aws-lambda';
import { once, startRuntime } from '../shared/lambda';
import { sesMailer } from '../shared/mail';
import { createTelemetry } from '../shared/observability';
import { answer } from './answer';
import type { IdentityContext } from './context';
import { type IdentityAnswer, identityRequest } from './contract';
import { cognitoPeople } from './people';

const telemetry = createTelemetry('identity');

const start = once(async (): Promise<Omit<IdentityContext, 'now'>> => {
  const runtime = startRuntime(telemetry);
  const { env, table } = runtime;
  const { accessTokens } = runtime.settings().auth;
  return {
    table,
    people: cognitoPeople(telemetry.traced(new CognitoIdentityProviderClient({})), accessTokens),
    mailer: sesMailer(telemetry.traced(new SESv2Client({})), env.MAIL_FROM),
    publicOrigin: new URL(env.PUBLIC_ORIGIN).origin,
    log: telemetry.log,
  };
});

/** Called by the shell's server, which alone may invoke it. */
export async function handler(event: unknown, context: Context): Promise<IdentityAnswer> {
  return telemetry.invocation(context, async () =>
    answer({ ...(await start()), now: new Date() }, identityRequest.parse(event)),
  );
}
