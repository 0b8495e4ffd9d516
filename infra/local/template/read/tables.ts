import type { CloudAssembly, IndexSpec, KeyElement, ResolvedResource, TableSpec } from '../types';
import { read } from './values';

/** Every table of the assembly, with its indexes, stream and TTL. */
export function readTables(assembly: CloudAssembly): TableSpec[] {
  return ['AWS::DynamoDB::GlobalTable', 'AWS::DynamoDB::Table']
    .flatMap((type) => assembly.resources(type))
    .map(readTable);
}

function readTable(resource: ResolvedResource): TableSpec {
  const table = read(resource);
  const stream = table.object('StreamSpecification').optionalText('StreamViewType');
  const ttl = table.object('TimeToLiveSpecification');
  return {
    name: resource.name,
    arn: resource.arn,
    attributes: table.list<TableSpec['attributes'][number]>('AttributeDefinitions'),
    keys: table.list<KeyElement>('KeySchema'),
    indexes: table.objects('GlobalSecondaryIndexes').map((index) => ({
      IndexName: index.text('IndexName'),
      KeySchema: index.list<KeyElement>('KeySchema'),
      Projection: index.raw('Projection') as IndexSpec['Projection'],
    })),
    ...(stream && { streamViewType: stream as NonNullable<TableSpec['streamViewType']> }),
    ...(ttl.flag('Enabled') && { ttlAttribute: ttl.text('AttributeName') }),
  };
}
