import type { AppClient } from 'cognito-local/lib/services/appClient';
import type { CognitoService } from 'cognito-local/lib/services/cognitoService';
import { USER_POOL_AWS_DEFAULTS } from 'cognito-local/lib/services/cognitoService';
import type { Context } from 'cognito-local/lib/services/context';
import type { UserPool } from 'cognito-local/lib/services/userPoolService';
import type { UserPoolSpec } from '../../template/types';

/** The template's properties bear the names that the API uses, so they are taken as they are. */
function poolOptions(spec: UserPoolSpec): UserPool {
  const { Schema: _schema, ...properties } = spec.properties;
  return {
    ...USER_POOL_AWS_DEFAULTS,
    UsernameAttributes: [],
    ...properties,
    Id: spec.id,
    Name: spec.name,
  };
}

function appClient(spec: UserPoolSpec, client: UserPoolSpec['clients'][number]): AppClient {
  const now = new Date();
  return {
    ...client.properties,
    ClientId: client.id,
    ClientName: client.name,
    UserPoolId: spec.id,
    CreationDate: now,
    LastModifiedDate: now,
  };
}

/** Makes pool, clients and groups what the template says; users and their groups stay. */
export async function provisionPool(
  cognito: CognitoService,
  ctx: Context,
  spec: UserPoolSpec,
): Promise<void> {
  const known = await cognito.listUserPools(ctx);
  const options = poolOptions(spec);
  if (!known.some((pool) => pool.Id === spec.id)) await cognito.createUserPool(ctx, options);
  const pool = await cognito.getUserPool(ctx, spec.id);
  await pool.updateOptions(ctx, options);
  for (const client of spec.clients) await pool.saveAppClient(ctx, appClient(spec, client));
  for (const { name, description, precedence } of spec.groups) {
    const before = await pool.getGroupByGroupName(ctx, name);
    const now = new Date();
    await pool.saveGroup(ctx, {
      CreationDate: now,
      ...before,
      GroupName: name,
      Description: description,
      ...(precedence === undefined ? {} : { Precedence: precedence }),
      LastModifiedDate: now,
    });
  }
}
