import { CognitoError, UserLambdaValidationError } from 'cognito-local/lib/errors';
import type { UserPoolSpec } from '../../template/types';
import type { InvokeFunction } from '../lambda/invoke';

/** What stands in a mail for the code. */
export const CODE_PARAMETER = '{####}';

interface LambdaConfig {
  CustomMessage?: string;
  PostAuthentication?: string;
  PostConfirmation?: string;
  UserMigration?: string;
  PreTokenGenerationConfig?: { LambdaArn: string; LambdaVersion: 'V1_0' | 'V2_0' | 'V3_0' };
}

interface Person {
  clientId: string;
  username: string;
  attributes: Record<string, string>;
}

interface GroupsAnswer {
  response?: {
    claimsAndScopeOverrideDetails?: {
      groupOverrideDetails?: { groupsToOverride?: string[] };
    } | null;
  };
}

interface MigrationAnswer {
  response?: { userAttributes?: Record<string, string>; finalUserStatus?: string };
}

interface MessageAnswer {
  response?: { emailSubject?: string | null; emailMessage?: string | null };
}

/** Somebody whom the user migration trigger knows, as the pool is to keep them. */
export interface MigratedPerson {
  attributes: Record<string, string>;
  status: 'CONFIRMED' | 'RESET_REQUIRED';
}

/** The pool's Lambda triggers, with the events that Cognito sends. */
export interface PoolTriggers {
  confirmed(person: Person): Promise<void>;
  /** Asked about who is not in the pool; without a password when that is forgotten. */
  migrated(
    person: Pick<Person, 'clientId' | 'username'> & { password?: string },
  ): Promise<MigratedPerson | undefined>;
  authenticated(person: Person): Promise<void>;
  /** A mail in the trigger's words, with a place for the code; nothing where the pool has its own. */
  worded(
    person: Person & { source: string; metadata: Record<string, string> },
  ): Promise<{ subject: string; html: string } | undefined>;
  /** The groups that the tokens are to name: those of the person, unless the trigger says otherwise. */
  groupsFor(person: Person & { groups: string[]; source: string }): Promise<string[]>;
}

export function createPoolTriggers(pool: UserPoolSpec, invoke: InvokeFunction): PoolTriggers {
  const config = (pool.properties.LambdaConfig ?? {}) as LambdaConfig;
  const common = (
    { clientId, username }: Pick<Person, 'clientId' | 'username'>,
    triggerSource: string,
  ) => ({
    triggerSource,
    region: pool.region,
    userPoolId: pool.id,
    userName: username,
    callerContext: { awsSdkVersion: 'local', clientId },
  });
  const call = async (name: string, functionArn: string, event: object) => {
    try {
      return await invoke(functionArn, event);
    } catch (error) {
      if (error instanceof CognitoError) throw error;
      const reason = error instanceof Error ? error.message : String(error);
      throw new UserLambdaValidationError(`${name} failed with error ${reason}`);
    }
  };
  return {
    async confirmed(person) {
      if (!config.PostConfirmation) return;
      await call('PostConfirmation', config.PostConfirmation, {
        version: '1',
        ...common(person, 'PostConfirmation_ConfirmSignUp'),
        request: {
          userAttributes: { ...person.attributes, 'cognito:user_status': 'CONFIRMED' },
        },
        response: {},
      });
    },
    async migrated({ password, ...person }) {
      if (!config.UserMigration) return undefined;
      const source = password === undefined ? 'ForgotPassword' : 'Authentication';
      const answer = (await call('UserMigration', config.UserMigration, {
        version: '1',
        ...common(person, `UserMigration_${source}`),
        request: password === undefined ? {} : { password },
        response: {},
      })) as MigrationAnswer;
      const { userAttributes, finalUserStatus } = answer.response ?? {};
      if (!userAttributes) return undefined;
      const status = finalUserStatus === 'CONFIRMED' ? 'CONFIRMED' : 'RESET_REQUIRED';
      return { attributes: userAttributes, status };
    },
    async authenticated(person) {
      if (!config.PostAuthentication) return;
      await call('PostAuthentication', config.PostAuthentication, {
        version: '1',
        ...common(person, 'PostAuthentication_Authentication'),
        request: {
          userAttributes: { ...person.attributes, 'cognito:user_status': 'CONFIRMED' },
          newDeviceUsed: false,
        },
        response: {},
      });
    },
    async worded({ source, metadata, ...person }) {
      if (!config.CustomMessage) return undefined;
      const answer = (await call('CustomMessage', config.CustomMessage, {
        version: '1',
        ...common(person, `CustomMessage_${source}`),
        request: {
          userAttributes: person.attributes,
          codeParameter: CODE_PARAMETER,
          linkParameter: '{##Click Here##}',
          usernameParameter: null,
          clientMetadata: metadata,
        },
        response: { smsMessage: null, emailMessage: null, emailSubject: null },
      })) as MessageAnswer;
      const { emailSubject, emailMessage } = answer.response ?? {};
      if (!emailSubject || !emailMessage) return undefined;
      return { subject: emailSubject, html: emailMessage };
    },
    async groupsFor({ groups, source, ...person }) {
      const trigger = config.PreTokenGenerationConfig;
      if (!trigger) return groups;
      const answer = (await call('PreTokenGeneration', trigger.LambdaArn, {
        version: '2',
        ...common(person, source),
        request: {
          userAttributes: person.attributes,
          groupConfiguration: { groupsToOverride: groups, iamRolesToOverride: [] },
          scopes: ['aws.cognito.signin.user.admin'],
        },
        response: { claimsAndScopeOverrideDetails: null },
      })) as GroupsAnswer;
      const overridden = answer.response?.claimsAndScopeOverrideDetails?.groupOverrideDetails;
      return overridden?.groupsToOverride ?? groups;
    },
  };
}
