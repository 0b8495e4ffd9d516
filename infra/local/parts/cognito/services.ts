import { randomInt } from 'node:crypto';
import { DateClock } from 'cognito-local/lib/services/clock';
import {
  CognitoServiceFactoryImpl,
  USER_POOL_AWS_DEFAULTS,
} from 'cognito-local/lib/services/cognitoService';
import type { Context } from 'cognito-local/lib/services/context';
import type { Services } from 'cognito-local/lib/services/index';
import type { Messages } from 'cognito-local/lib/services/messages';
import { JwtTokenGenerator } from 'cognito-local/lib/services/tokenGenerator';
import type { Triggers } from 'cognito-local/lib/services/triggers/triggers';
import { UserPoolServiceFactoryImpl } from 'cognito-local/lib/services/userPoolService';
import type { Log } from '../../part';
import type { DataStores } from './data-store';

const refuse = () => Promise.reject(new Error('This pool has no Lambda triggers.'));

const NO_TRIGGERS: Triggers = {
  enabled: () => false,
  customEmailSender: refuse,
  customMessage: refuse,
  postAuthentication: refuse,
  postConfirmation: refuse,
  preSignUp: refuse,
  preTokenGeneration: refuse,
  userMigration: refuse,
};

/** The context that cognito-local's operations expect; only its warnings and errors are kept. */
export function createContext(log: Log): Context {
  const at =
    (level: 'warn' | 'error') =>
    (...parts: unknown[]) => {
      log({ source: 'cognito', level, message: parts.map(String).join(' ') });
    };
  const logger: Context['logger'] = {
    child: () => logger,
    debug: () => {},
    info: () => {},
    warn: at('warn'),
    error: at('error'),
  };
  return { logger };
}

/** cognito-local's own services over our data store, issuer and mail. */
export async function createServices(input: {
  ctx: Context;
  directory: string;
  stores: DataStores;
  region: string;
  messages: (services: () => Services) => Messages;
}): Promise<Services> {
  const clock = new DateClock();
  const cognito = await new CognitoServiceFactoryImpl(
    input.directory,
    input.stores,
    new UserPoolServiceFactoryImpl(clock, input.stores),
  ).create(input.ctx, USER_POOL_AWS_DEFAULTS);
  const tokenConfig = { IssuerDomain: `https://cognito-idp.${input.region}.amazonaws.com` };
  const services: Services = {
    clock,
    cognito,
    config: {
      LambdaClient: {},
      TriggerFunctions: {},
      UserPoolDefaults: USER_POOL_AWS_DEFAULTS,
      ServerConfig: {},
      TokenConfig: tokenConfig,
    },
    messages: input.messages(() => services),
    otp: () => String(randomInt(1_000_000)).padStart(6, '0'),
    tokenGenerator: new JwtTokenGenerator(clock, NO_TRIGGERS, tokenConfig),
    triggers: NO_TRIGGERS,
  };
  return services;
}
