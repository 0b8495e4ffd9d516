import type { CloudAssembly, ResolvedResource, UserPoolSpec } from '../types';
import { read } from './values';

/** Every user pool with its clients and groups. */
export function readUserPools(assembly: CloudAssembly): UserPoolSpec[] {
  return assembly.resources('AWS::Cognito::UserPool').map((pool) => {
    const owned = (type: string): ResolvedResource[] =>
      assembly
        .resources(type)
        .filter((resource) => read(resource).text('UserPoolId') === pool.physicalId);
    return {
      id: pool.physicalId,
      name: read(pool).optionalText('UserPoolName') ?? pool.logicalId,
      region: pool.region,
      clients: owned('AWS::Cognito::UserPoolClient').map((client) => ({
        id: client.physicalId,
        name: read(client).optionalText('ClientName') ?? client.logicalId,
        properties: client.properties,
      })),
      groups: owned('AWS::Cognito::UserPoolGroup').map((group) => {
        const precedence = read(group).optionalNumber('Precedence');
        return {
          name: group.name,
          description: read(group).optionalText('Description') ?? '',
          ...(precedence !== undefined && { precedence }),
        };
      }),
      properties: pool.properties,
    };
  });
}
