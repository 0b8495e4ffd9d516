import { Stack } from 'aws-cdk-lib';
import { LambdaVersion, type UserPool, UserPoolOperation } from 'aws-cdk-lib/aws-cognito';
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { Policy, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IFunction, Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import type { StageConfig } from '../../../config';
import type { Artifacts } from '../../artifacts';
import { TABLE_NAME } from '../../names';
import type { DataKeys } from '../data/data-keys';
import { ServiceFunction } from '../service-function';

export interface IdentityTriggersProps {
  config: StageConfig;
  artifacts: Artifacts;
  keys: DataKeys['keys'];
  pool: UserPool;
  table: TableV2;
}

/** What the pool asks on its way: a profile for who is confirmed, who had an account before, which groups tokens may name, and the words of its mails. */
export class IdentityTriggers extends Construct {
  readonly #props: IdentityTriggersProps;

  constructor(scope: Construct, id: string, props: IdentityTriggersProps) {
    super(scope, id);
    this.#props = props;
    const confirmed = this.#trigger('Confirmed', 'identity-confirmed', {
      description: 'Keeps the profile of a confirmed account',
    });
    this.#allowTable(confirmed.fn, ['dynamodb:PutItem']);
    const migrated = this.#trigger('Migrated', 'identity-migrated', {
      description: 'Lets in who had an account before, and gives them what was theirs',
    });
    this.#allowTable(
      migrated.fn,
      ['DeleteItem', 'GetItem', 'PutItem', 'Query', 'UpdateItem'].map(
        (action) => `dynamodb:${action}`,
      ),
      'GSI5',
    );
    this.#allowPool(migrated.fn, 'JoinGroups', 'cognito-idp:AdminAddUserToGroup');
    const claims = this.#trigger('Claims', 'identity-claims', {
      description: 'Withholds the groups that need a second factor from who has none',
    });
    this.#allowPool(claims.fn, 'ReadPeople', 'cognito-idp:AdminGetUser');
    const messages = this.#trigger('Messages', 'identity-messages', {
      description: 'Writes the mails with codes in the language of the market',
    });
    // An alias misses IFunction by one member under exactOptionalPropertyTypes.
    const called = (alias: unknown) => alias as IFunction;
    props.pool.addTrigger(UserPoolOperation.POST_CONFIRMATION, called(confirmed.live));
    props.pool.addTrigger(UserPoolOperation.CUSTOM_MESSAGE, called(messages.live));
    props.pool.addTrigger(UserPoolOperation.USER_MIGRATION, called(migrated.live));
    props.pool.addTrigger(UserPoolOperation.POST_AUTHENTICATION, called(migrated.live));
    props.pool.addTrigger(
      UserPoolOperation.PRE_TOKEN_GENERATION_CONFIG,
      called(claims.live),
      LambdaVersion.V2_0,
    );
  }

  #trigger(id: string, name: string, { description }: { description: string }): ServiceFunction {
    const { artifacts, config, keys } = this.#props;
    return new ServiceFunction(this, id, {
      name,
      description,
      artifacts,
      platform: {
        config,
        // The pool names its triggers, so they cannot name the pool.
        environment: { STAGE: config.stage, DYNAMODB_TABLE_NAME: TABLE_NAME },
        key: (keyClass) => keys[keyClass],
      },
      memoryMb: 512,
      // Cognito waits no longer.
      timeoutSeconds: 5,
    });
  }

  #allowTable(fn: LambdaFunction, actions: string[], ...indexes: string[]): void {
    const { keys, table } = this.#props;
    const { region, urlSuffix } = Stack.of(this);
    const resources = [
      table.tableArn,
      ...indexes.map((index) => `${table.tableArn}/index/${index}`),
    ];
    fn.addToRolePolicy(new PolicyStatement({ actions, resources }));
    fn.addToRolePolicy(
      new PolicyStatement({
        actions: ['kms:Decrypt', 'kms:DescribeKey', 'kms:Encrypt', 'kms:GenerateDataKey'],
        resources: [keys.data.keyArn],
        conditions: { StringEquals: { 'kms:ViaService': `dynamodb.${region}.${urlSuffix}` } },
      }),
    );
  }

  /** A policy of its own: in the role's, function, role and pool would wait for each other. */
  #allowPool(fn: LambdaFunction, id: string, action: string): void {
    const statement = new PolicyStatement({
      actions: [action],
      resources: [this.#props.pool.userPoolArn],
    });
    const policy = new Policy(this, id, { statements: [statement] });
    if (fn.role) policy.attachToRole(fn.role);
  }
}
