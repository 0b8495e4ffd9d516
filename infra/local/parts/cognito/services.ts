import { randomInt } from 'node:crypto';
import type { Clock } from 'cognito-local/lib/services/clock';
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
import type { SessionStore } from './sessions/session-store';
import { Challenges } from './targets/challenges';
import type { PoolTriggers } from './triggers';

/** What the operations work on: cognito-local's services, and what it does not know. */
export interface PoolServices extends Services {
  poolId: string;
  sessions: SessionStore;
  challenges: Challenges;
  poolTriggers: PoolTriggers;
}

const refuse = () => Promise.reject(new Error('Triggers are called by the operations here.'));

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
  pool: { id: string; region: string };
  clock: Clock;
  sessions: SessionStore;
  poolTriggers: PoolTriggers;
  messages: (services: () => Services) => Messages;
}): Promise<PoolServices> {
  const { clock, pool, poolTriggers, sessions } = input;
  const cognito = await new CognitoServiceFactoryImpl(
    input.directory,
    input.stores,
    new UserPoolServiceFactoryImpl(clock, input.stores),
  ).create(input.ctx, USER_POOL_AWS_DEFAULTS);
  const tokenConfig = { IssuerDomain: `https://cognito-idp.${pool.region}.amazonaws.com` };
  const services: PoolServices = {
    poolId: pool.id,
    sessions,
    poolTriggers,
    challenges: new Challenges(),
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
