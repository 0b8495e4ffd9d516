import path from 'node:path';
import { DescribeTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';
import { localClient } from '../../client';
import type { Part } from '../../part';
import type { EventSourceSpec } from '../../template/types';
import { Checkpoint } from './checkpoint';
import { Mapping, type MappingOptions } from './mapping';

export interface StreamsOptions extends Pick<MappingOptions, 'invoke' | 'onFailure' | 'log'> {
  /** Where DynamoDB answers. */
  endpoint: string;
  sources: EventSourceSpec[];
  /** Remembers positions over restarts; without it every start reads from the starting position. */
  stateDir?: string;
}

export interface StreamsPart extends Part {
  mappings: ReadonlyMap<string, Mapping>;
}

/** Feeds functions from the tables' streams as the template's event source mappings say. */
export async function startStreams(options: StreamsOptions): Promise<StreamsPart> {
  const tables = new DynamoDBClient(localClient(options.endpoint));
  const client = new DynamoDBStreamsClient(localClient(options.endpoint));
  const mappings = new Map<string, Mapping>();
  for (const spec of options.sources.filter(({ enabled }) => enabled)) {
    const streamArn = await streamOf(tables, spec);
    const file = options.stateDir && path.join(options.stateDir, `${spec.id}.json`);
    const checkpoint = new Checkpoint(file, streamArn);
    mappings.set(spec.id, new Mapping({ ...options, spec, client, streamArn, checkpoint }));
  }
  tables.destroy();
  return {
    name: 'streams',
    url: options.endpoint,
    mappings,
    health: async () => {
      const stats = [...mappings.values()].map((mapping) => mapping.stats);
      const sum = (key: 'delivered' | 'givenUp') => stats.reduce((all, one) => all + one[key], 0);
      return {
        ready: true,
        detail: `${mappings.size} event sources, ${sum('delivered')} records delivered, ${sum('givenUp')} given up`,
      };
    },
    stop: async () => {
      await Promise.all([...mappings.values()].map((mapping) => mapping.stop()));
      client.destroy();
    },
  };
}

async function streamOf(client: DynamoDBClient, spec: EventSourceSpec): Promise<string> {
  if (spec.tableName === undefined) {
    throw new Error(`Event source ${spec.id}: the local cloud reads streams of tables only.`);
  }
  const { Table } = await client.send(new DescribeTableCommand({ TableName: spec.tableName }));
  if (Table?.LatestStreamArn === undefined) {
    throw new Error(`Event source ${spec.id}: table ${spec.tableName} has no stream.`);
  }
  return Table.LatestStreamArn;
}
